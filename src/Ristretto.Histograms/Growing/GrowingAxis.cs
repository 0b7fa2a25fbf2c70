using Ristretto.Histograms.Axes;

namespace Ristretto.Histograms.Growing;

/// <summary>An axis of a <see cref="GrowingHistogram"/>: one that gets bins when something is filled that has none yet, or a fixed axis, which converts by itself.</summary>
public sealed class GrowingAxis
{
    private readonly string[] _strings;
    private readonly int[] _integers;

    private GrowingAxis(string name, GrowthKind kind, Axis? axis, string[] strings, int[] integers) => (Name, Kind, Axis, _strings, _integers) = (name, kind, axis, strings, integers);

    /// <summary>The key of the axis.</summary>
    public string Name { get; }

    internal GrowthKind Kind { get; }

    /// <summary>The axis itself where fixed, the bins at the start of a regular or an integer one, null for growing categories.</summary>
    internal Axis? Axis { get; }

    internal bool HasStrings => Kind == GrowthKind.Strings || (Kind == GrowthKind.Fixed && Axis is StringCategoryAxis);

    internal string Label { get => field ?? Name; private init; }

    /// <summary>Strings: a new one gets the next bin. None need be given.</summary>
    public static GrowingAxis Category(string name, params ReadOnlySpan<string> categories) => new(Named(name), GrowthKind.Strings, null, Distinct(name, categories), []);

    /// <summary>Integers: a new one gets the next bin; what is no integer is overflow. None need be given.</summary>
    public static GrowingAxis IntCategory(string name, params ReadOnlySpan<int> categories) => new(Named(name), GrowthKind.Integers, null, [], Distinct(name, categories));

    /// <summary>Bins of equal width, as many more on either side as are needed; infinities are flow, NaN is overflow.</summary>
    public static GrowingAxis Regular(string name, int bins, double low, double high) => new(name, GrowthKind.Range, new RegularAxis(name, bins, low, high), [], []);

    /// <summary>A bin per integer, as many more on either side as are needed; infinities are flow, NaN is overflow.</summary>
    public static GrowingAxis Integer(string name, int start, int stop) => new(name, GrowthKind.Range, new IntegerAxis(name, start, stop), [], []);

    /// <summary>A fixed axis.</summary>
    public static implicit operator GrowingAxis(Axis axis) => Of(axis);

    /// <summary>A fixed axis.</summary>
    public static GrowingAxis Of(Axis axis)
    {
        ArgumentNullException.ThrowIfNull(axis);
        return new(axis.Name, GrowthKind.Fixed, axis, [], []) { Label = axis.Label };
    }

    /// <summary>The same axis with a label for plots.</summary>
    public GrowingAxis WithLabel(string label) => new(Name, Kind, Axis, _strings, _integers) { Label = label };

    internal AxisGrowth Start() => new(this, _strings, _integers);

    private static string Named(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return name;
    }

    private static T[] Distinct<T>(string name, ReadOnlySpan<T> categories) where T : notnull
    {
        var result = categories.ToArray();
        return result.Distinct().Count() == result.Length ? result : throw new ArgumentException($"axis \"{name}\" has a category twice; give each once", nameof(categories));
    }
}

/// <summary>How an axis grows.</summary>
internal enum GrowthKind
{
    Fixed,
    Strings,
    Integers,
    Range,
}
