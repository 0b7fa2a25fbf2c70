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
    public void Fill<T>(Column<T> x, Weights weights) where T : unmanaged, INumber<T> => FillTogether(x.AsSpan(), default, null, Targets(weights));

    /// <summary>Adds an entry for each object with its event's weight, and under each variation of the weights.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the histogram has other axes.</exception>
    public void Fill<T>(JaggedColumn<T> x, Weights weights) where T : unmanaged, INumber<T> => FillTogether(x.Values, x.Offsets, null, Targets(weights));

    /// <summary>Adds an entry for each event with its weight, and under each variation of the values or the weights.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the histogram has other axes.</exception>
    public void Fill<T>(Varied<Column<T>> x, Varied<Weights> weights) where T : unmanaged, INumber<T>
    {
        foreach (var (values, _, targets) in Divided(x, weights, null)) FillTogether(values.AsSpan(), default, null, targets);
    }

    /// <summary>Adds an entry for each object with its event's weight, and under each variation of the values or the weights.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the histogram has other axes.</exception>
    public void Fill<T>(Varied<JaggedColumn<T>> x, Varied<Weights> weights) where T : unmanaged, INumber<T>
    {
        foreach (var (values, _, targets) in Divided(x, weights, null)) FillTogether(values.Values, values.Offsets, null, targets);
    }

    /// <summary>The histograms that get the same values, each with its weights: this one, and those of the weights' variations.</summary>
    private List<(Histogram Histogram, Column<double> Weights)> Targets(Weights weights)
    {
        List<(Histogram, Column<double>)> targets = [(this, weights.Total)];
        foreach (var variation in weights.Variations)
            if (Taking(variation) is { } target) targets.Add((target, weights[variation]));
        return targets;
    }

    /// <summary>The nominal values with everything that has them, and the values of each variation that has others or other categories. A source that changes events and
    /// weights is one variation of both.</summary>
    private IEnumerable<(TX X, Categories? Categories, List<(Histogram, Column<double>)> Targets)> Divided<TX>(Varied<TX> x, Varied<Weights> weights, Varied<Categories>? categories)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(weights);
        List<(Histogram, Column<double>)> nominal = [(this, weights.Nominal.Total)];
        List<(Variation Variation, Histogram Target)> own = [];
        foreach (var variation in weights.Nominal.Variations.Union(x.Variations).Union(weights.Variations).Union(categories?.Variations ?? []))
        {
            if (Taking(variation) is not { } target) continue;
            if (x.IsChangedBy(variation) || categories?.IsChangedBy(variation) == true) own.Add((variation, target));
            else nominal.Add((target, weights[variation][variation]));
        }
        yield return (x.Nominal, categories?.Nominal, nominal);
        foreach (var (variation, target) in own) yield return (x[variation], categories?[variation], [(target, weights[variation][variation])]);
    }
}
