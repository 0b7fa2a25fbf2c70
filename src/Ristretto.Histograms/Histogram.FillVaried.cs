using System.Numerics;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Selections;
using Ristretto.Events.Systematics;

namespace Ristretto.Histograms;

/// <remarks>The forms for what varies: the nominal entries, and those of each variation into a histogram of its own. Where only weights change, bins are looked up
/// once for all.</remarks>
public sealed partial class Histogram
{
    /// <summary>Adds an entry for each event with its weight, and under each variation of the weights.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the histogram has other axes.</exception>
    public void Fill<T>(Column<T> x, Weights weights) where T : unmanaged, INumber<T> => FillTogether(x.AsSpan(), default, null, Targets(weights, null, []));

    /// <summary>Adds an entry for each object with its event's weight, and under each variation of the weights.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the histogram has other axes.</exception>
    public void Fill<T>(JaggedColumn<T> x, Weights weights) where T : unmanaged, INumber<T> => FillTogether(x.Values, x.Offsets, null, Targets(weights, null, []));

    /// <summary>Adds an entry for each event with its weight, and under each variation of the values or the weights.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the histogram has other axes.</exception>
    public void Fill<T>(Varied<Column<T>> x, Varied<Weights> weights) where T : unmanaged, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(weights);
        FillTogether(x.Nominal.AsSpan(), default, null, Targets(weights.Nominal, weights, Unchanged(x, weights)));
        foreach (var variation in x.Variations)
            if (x.IsChangedBy(variation) && Taking(variation) is { } target) FillTogether(x[variation].AsSpan(), default, null, [(target, weights[variation].Total)]);
    }

    /// <summary>Adds an entry for each object with its event's weight, and under each variation of the values or the weights.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the histogram has other axes.</exception>
    public void Fill<T>(Varied<JaggedColumn<T>> x, Varied<Weights> weights) where T : unmanaged, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(weights);
        FillTogether(x.Nominal.Values, x.Nominal.Offsets, null, Targets(weights.Nominal, weights, Unchanged(x, weights)));
        foreach (var variation in x.Variations)
            if (x.IsChangedBy(variation) && Taking(variation) is { } target) FillTogether(x[variation].Values, x[variation].Offsets, null, [(target, weights[variation].Total)]);
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
}
