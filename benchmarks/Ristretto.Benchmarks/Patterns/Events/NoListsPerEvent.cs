using Ristretto.Columns.Arrays;
using Ristretto.Events.NanoAod;
using Ristretto.Histograms;

namespace Ristretto.Benchmarks.Patterns.Events;

/// <summary>The three hardest b jets: a list and a query for each event, or memory that is used again.</summary>
internal sealed class NoListsPerEvent() : EventPattern("no-lists-per-event", Histogram.Regular("HT", 100, 0, 1500))
{
    /// <inheritdoc/>
    protected override void Slow(NanoBatch ev, Histogram result)
    {
        var sums = result.Filler();
        foreach (var e in ev)
        {
            List<float> tagged = [];
            foreach (var jet in e.Jet)
                if (jet.BtagDeepFlavB > 0.2783) tagged.Add(jet.Pt);
            if (tagged.Count >= 3) sums.Fill(tagged.OrderByDescending(pt => pt).Take(3).Sum(pt => (double)pt));
        }
    }

    /// <inheritdoc/>
    protected override void Fast(NanoBatch ev, Histogram result)
    {
        var sums = result.Filler();
        Span<float> hardest = stackalloc float[3];
        foreach (var e in ev)
        {
            hardest.Clear();
            foreach (var jet in e.Jet)
                if (jet.BtagDeepFlavB > 0.2783) Insert(hardest, jet.Pt);
            if (hardest[2] > 0) sums.Fill((double)hardest[0] + hardest[1] + hardest[2]);
        }
    }

    // Keeps the largest, in descending order.
    private static void Insert(Span<float> largest, float value)
    {
        for (var i = 0; i < largest.Length; i++)
            if (value > largest[i]) (largest[i], value) = (value, largest[i]);
    }
}
