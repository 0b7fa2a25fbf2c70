using Ristretto.Histograms.Axes;

namespace Ristretto.Histograms.Indexing;

/// <summary>A bin of an axis, as UHI says it: a number counted without flow (negative from the end), or what <see cref="Loc(double)"/>, <see cref="Underflow"/>, <see cref="Len"/> and functions find.</summary>
public readonly struct BinIndex
{
    private readonly Func<Axis, int>? _find;
    private readonly int _offset;

    private BinIndex(Func<Axis, int>? find, int offset) => (_find, _offset) = (find, offset);

    /// <summary>The bin below the first.</summary>
    public static BinIndex Underflow { get; } = new(_ => -1, 0);

    /// <summary>The bin behind the last.</summary>
    public static BinIndex Overflow { get; } = new(axis => axis.Bins, 0);

    /// <summary>One more than the last bin: where a slice ends that leaves overflow out.</summary>
    public static BinIndex Len { get; } = new(axis => axis.Bins, 0);

    /// <summary>The bin with this value; <c>Loc(5) + 1</c> is the one behind it.</summary>
    public static BinIndex Loc(double value) => new(axis => axis is not NumericAxis numbers ? throw new ArgumentException($"axis \"{axis.Name}\" has strings; Loc(\"…\") finds them")
        : numbers.IndexOf(value) is >= 0 and var index ? index - axis.First : value < axis.Edges[0] ? -1 : axis.Bins, 0);

    /// <summary>The bin of this category.</summary>
    public static BinIndex Loc(string category) => new(axis => axis is not StringCategoryAxis strings ? throw new ArgumentException($"axis \"{axis.Name}\" has numbers; Loc(number) finds them")
        : strings.Categories.Contains(category) ? strings.IndexOf(category)
        : throw new ArgumentException($"axis \"{axis.Name}\" has no category \"{category}\"{Bytes.Errors.NearestNames.Hint(category, strings.Categories)}"), 0);

    /// <summary>What a function of the axis gives, counted without flow; -1 is underflow.</summary>
    public static BinIndex Of(Func<Axis, int> find)
    {
        ArgumentNullException.ThrowIfNull(find);
        return new(find, 0);
    }

    /// <summary>A bin by its number, counted without flow; -1 is the last.</summary>
    public static implicit operator BinIndex(int bin) => new(null, bin);

    /// <summary>A bin by its number, <c>^1</c> the last.</summary>
    public static implicit operator BinIndex(Index bin) => new(axis => bin.GetOffset(axis.Bins), 0);

    /// <summary>So many bins further on.</summary>
    public static BinIndex operator +(BinIndex index, int bins) => index._find is null ? new(axis => index.On(axis), bins) : new(index._find, index._offset + bins);

    /// <summary>So many bins before.</summary>
    public static BinIndex operator -(BinIndex index, int bins) => index + -bins;

    /// <summary>The number of the bin on this axis, counted without flow: -1 underflow, <see cref="Axis.Bins"/> overflow.</summary>
    /// <exception cref="ArgumentException">The axis has no such bin.</exception>
    public int On(Axis axis)
    {
        ArgumentNullException.ThrowIfNull(axis);
        var bin = _find is { } find ? find(axis) + _offset : _offset < 0 ? axis.Bins + _offset : _offset;
        if (bin < -1 || bin > axis.Bins || (_find is null && bin < 0))
            throw new ArgumentException($"axis \"{axis.Name}\" has bins 0 to {axis.Bins - 1}, not {(_find is null ? _offset : bin)}");
        return bin;
    }
}
