using Ristretto.Columns.Arrays;
using Ristretto.Events.NanoAod;
using Ristretto.Events.Selections;
using Ristretto.Histograms;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Benchmarks.Patterns.Events;

/// <summary>A histogram with categories: filled category by category, or once with the row of each entry.</summary>
internal sealed class FillCategories() : EventPattern("fill-categories", Histogram.Regular("HT", 100, 0, 1500).By("tags", "few", "three", "four"))
{
    /// <inheritdoc/>
    protected override void Slow(NanoBatch ev, Histogram result)
    {
        var (ht, tags, weights) = (ev.Jet.Pt.Sum(), (ev.Jet.BtagDeepFlavB > 0.2783).CountTrue(), new Weights(ev).Total);
        var (few, three, four) = (tags < 3, tags == 3, tags > 3);
        result.Fill(ht[few], weights[few], "few");
        result.Fill(ht[three], weights[three], "three");
        result.Fill(ht[four], weights[four], "four");
    }

    /// <inheritdoc/>
    protected override void Fast(NanoBatch ev, Histogram result)
    {
        var (ht, tags, weights) = (ev.Jet.Pt.Sum(), (ev.Jet.BtagDeepFlavB > 0.2783).CountTrue(), new Weights(ev).Total);
        var few = result.RowOf("few");
        result.Fill(ht, weights, Where(tags > 3, few + 2, Where(tags == 3, few + 1, few)));
    }
}
