using Ristretto.Bytes.Errors;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Systematics;

namespace Ristretto.Events.Selections;

/// <remarks>Parts of the product, and factors of which one direction is known.</remarks>
public sealed partial class Weights
{
    /// <summary>Multiplies a factor to the weights of which only one variation is known, and returns them.</summary>
    /// <param name="name">Name of the factor, which is also the source of the variations.</param>
    /// <param name="factor">The nominal factor.</param>
    /// <param name="up">The factor in its place under <c>name:up</c>.</param>
    /// <param name="down">What <c>name:down</c> is.</param>
    /// <exception cref="ArgumentException">There is a factor of this name already, or one is for another number of events.</exception>
    public Weights Add(string name, Column<double> factor, Column<double> up, MissingDirection down) => down switch
    {
        MissingDirection.MirrorDifference => Add(name, factor, up, factor - (up - factor)),
        MissingDirection.MirrorRatio => Add(name, factor, up, ColumnMath.Where(up == 0.0, factor, factor / ColumnMath.Where(up == 0.0, 1.0, up) * factor)),
        MissingDirection.Nominal => Add(name, factor, up, factor),
        MissingDirection.None => Add(name, factor, [(Variation.Up, up)]),
        _ => throw new ArgumentOutOfRangeException(nameof(down), down, "not a direction"),
    };

    /// <summary>Some of the factors, in their order, with their variations.</summary>
    /// <exception cref="ArgumentException">There is no factor of one of the names.</exception>
    public Weights Only(params IEnumerable<string> names)
    {
        var wanted = Known(names);
        return Keep(factor => wanted.Contains(factor.Name));
    }

    /// <summary>All factors but some, in their order, with their variations.</summary>
    /// <exception cref="ArgumentException">There is no factor of one of the names.</exception>
    public Weights Without(params IEnumerable<string> names)
    {
        var left = Known(names);
        return Keep(factor => !left.Contains(factor.Name));
    }

    /// <summary>The factor of a name as it is.</summary>
    /// <exception cref="ArgumentException">There is no factor of this name.</exception>
    public Column<double> Factor(string name) => Known([name]) is var known ? _factors.First(factor => known.Contains(factor.Name)).Nominal : default;

    private Weights Keep(Func<NamedFactor, bool> isKept)
    {
        var kept = new Weights(_length, _workspace, _mode);
        kept._factors.AddRange(_factors.Where(isKept));
        return kept;
    }

    private HashSet<string> Known(IEnumerable<string> names)
    {
        HashSet<string> known = new(names, StringComparer.Ordinal);
        foreach (var name in known)
            if (_factors.All(factor => factor.Name != name)) throw new ArgumentException($"there is no weight \"{name}\"{NearestNames.Hint(name, Names)}; there are: {string.Join(", ", Names)}");
        return known;
    }
}
