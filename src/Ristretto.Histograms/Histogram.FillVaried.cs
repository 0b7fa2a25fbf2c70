using System.Numerics;
using System.Runtime.CompilerServices;
using Ristretto.Columns.Accumulation;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Selections;
using Ristretto.Events.Systematics;
using Ristretto.Histograms.Filling;

namespace Ristretto.Histograms;

/// <remarks>The forms for what varies, of a histogram of one variable without categories: the nominal entries, and those of each variation into a histogram of its own.
/// Where only weights change, bins are looked up once for all.</remarks>
public sealed partial class Histogram
{
    /// <summary>Adds an entry for each event with its weight, and under each variation of the weights.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the histogram has other axes.</exception>
    public void Fill<T>(Column<T> x, Weights weights) where T : unmanaged, INumber<T> => FillTogether(x.AsSpan(), default, Targets(weights, null, []));

    /// <summary>Adds an entry for each object with its event's weight, and under each variation of the weights.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the histogram has other axes.</exception>
    public void Fill<T>(JaggedColumn<T> x, Weights weights) where T : unmanaged, INumber<T> => FillTogether(x.Values, x.Offsets, Targets(weights, null, []));

    /// <summary>Adds an entry for each event with its weight, and under each variation of the values or the weights.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the histogram has other axes.</exception>
    public void Fill<T>(Varied<Column<T>> x, Varied<Weights> weights) where T : unmanaged, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(weights);
        FillTogether(x.Nominal.AsSpan(), default, Targets(weights.Nominal, weights, Unchanged(x, weights)));
        foreach (var variation in x.Variations)
            if (x.IsChangedBy(variation) && Taking(variation) is { } target) FillTogether(x[variation].AsSpan(), default, [(target, weights[variation].Total)]);
    }

    /// <summary>Adds an entry for each object with its event's weight, and under each variation of the values or the weights.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the histogram has other axes.</exception>
    public void Fill<T>(Varied<JaggedColumn<T>> x, Varied<Weights> weights) where T : unmanaged, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(weights);
        FillTogether(x.Nominal.Values, x.Nominal.Offsets, Targets(weights.Nominal, weights, Unchanged(x, weights)));
        foreach (var variation in x.Variations)
            if (x.IsChangedBy(variation) && Taking(variation) is { } target) FillTogether(x[variation].Values, x[variation].Offsets, [(target, weights[variation].Total)]);
    }

    /// <summary>Variations that leave the values as they are.</summary>
    private static IEnumerable<Variation> Unchanged<TX>(Varied<TX> x, Varied<Weights> weights) => x.Variations.Union(weights.Variations).Where(variation => !x.IsChangedBy(variation));

    /// <summary>The histograms that get the nominal values, each with its weights: this one, those of the weights' own variations, and those of other variations.</summary>
    private List<(Histogram Histogram, Column<double> Weights)> Targets(Weights nominal, Varied<Weights>? weights, IEnumerable<Variation> others)
    {
        List<(Histogram, Column<double>)> targets = [(this, nominal.Total)];
        foreach (var variation in nominal.Variations)
            if (Taking(variation) is { } target) targets.Add((target, nominal[variation]));
        foreach (var variation in others)
            if (Taking(variation) is { } target) targets.Add((target, weights![variation].Total));
        return targets;
    }

    /// <summary>The same values into several histograms of the same axes, each with weights of its own.</summary>
    internal static void FillTogether<T>(ReadOnlySpan<T> x, ReadOnlySpan<int> offsets, List<(Histogram Histogram, Column<double> Weights)> targets) where T : unmanaged, INumber<T>
    {
        var meter = LaneMeter.Current;
        var start = meter?.StartFilling() ?? 0;
        targets[0].Histogram.FillRounds(x, offsets, targets);
        meter?.EndFilling(targets[0].Histogram.Name, start);
    }

    [SkipLocalsInit]
    private void FillRounds<T>(ReadOnlySpan<T> x, ReadOnlySpan<int> offsets, List<(Histogram Histogram, Column<double> Weights)> targets) where T : unmanaged, INumber<T>
    {
        RequireCategories(0);
        RequireVariables(1);
        foreach (var (_, weights) in targets) RequireLength(offsets.IsEmpty ? x.Length : offsets.Length - 1, weights.Length, "weights");
        Span<int> cells = stackalloc int[Round];
        Span<int> events = stackalloc int[Round];
        Span<double> buffer = stackalloc double[Round];
        Span<double> repeated = stackalloc double[Round];
        var (item, end) = (0, 0);
        for (var from = 0; from < x.Length; from += Round)
        {
            var count = Math.Min(Round, x.Length - from);
            var round = cells[..count];
            round.Clear();
            var values = Widening.ToDoubles(x.Slice(from, count), buffer);
            var anyNaN = _variables[0].Accumulate(values, _strides[0], round);
            var nan = anyNaN ? CountNaN(values, default, default) : 0;
            for (var i = 0; !offsets.IsEmpty && i < count; i++)
            {
                while (from + i >= end) end = offsets[++item];
                events[i] = item - 1;
            }
            foreach (var (histogram, weights) in targets)
            {
                var storage = histogram._storage.Value;
                storage.AddNaN(nan);
                storage.Add(round, offsets.IsEmpty ? weights.AsSpan().Slice(from, count) : Repeat(weights.AsSpan(), events[..count], repeated));
            }
        }
    }

    private static ReadOnlySpan<double> Repeat(ReadOnlySpan<double> weights, ReadOnlySpan<int> events, Span<double> to)
    {
        for (var i = 0; i < events.Length; i++) to[i] = weights[events[i]];
        return to[..events.Length];
    }
}
