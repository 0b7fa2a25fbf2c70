using System.Globalization;

namespace Ristretto.Histograms.Axes;

/// <summary>How one variable is divided into bins. Immutable.</summary>
/// <remarks>Indices count the flow bins: with underflow, index 0 is below the first bin and the first bin has index 1. Axes that do not
/// grow have an overflow bin, except <see cref="BooleanAxis"/>; categories have no underflow.</remarks>
public abstract class Axis
{
    private double[]? _edges;

    private protected Axis(string name, int bins, bool hasUnderflow, bool hasOverflow)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (bins < 1) throw new ArgumentOutOfRangeException(nameof(bins), $"axis \"{name}\" needs at least one bin, not {bins}");
        (Name, Bins, HasUnderflow, HasOverflow) = (name, bins, hasUnderflow, hasOverflow);
    }

    /// <summary>The key of the axis, unique within a histogram.</summary>
    public string Name { get; private set; }

    /// <summary>What a plot writes at the axis, with ROOT's notation for formulas: <c>p_{T} [GeV]</c>. The name where nothing was said.</summary>
    public string Label { get => field ?? Name; private set; }

    /// <summary>Number of bins without flow.</summary>
    public int Bins { get; }

    /// <summary>Number of bins with flow.</summary>
    public int Extent => Bins + (HasUnderflow ? 1 : 0) + (HasOverflow ? 1 : 0);

    /// <summary>Whether index 0 is an underflow bin.</summary>
    public bool HasUnderflow { get; }

    /// <summary>Whether the last index is an overflow bin.</summary>
    public bool HasOverflow { get; }

    /// <summary>Index of the first bin that is not a flow bin.</summary>
    public int First => HasUnderflow ? 1 : 0;

    /// <summary>The borders of the bins, ascending, shape <c>[Bins + 1]</c>; for categories 0, 1, 2, ….</summary>
    public ReadOnlySpan<double> Edges => _edges ??= MakeEdges();

    /// <summary>The same binning under another name.</summary>
    public Axis WithName(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var copy = (Axis)MemberwiseClone();
        copy.Name = name;
        return copy;
    }

    /// <summary>The same axis with a label for plots.</summary>
    public Axis WithLabel(string label)
    {
        var copy = (Axis)MemberwiseClone();
        copy.Label = label;
        return copy;
    }

    /// <summary>Whether the other axis has the same name, the same kind and the same bins; labels may differ.</summary>
    public bool Matches(Axis other) => Name == other.Name && GetType() == other.GetType() && Bins == other.Bins && HasSameBins(other);

    /// <summary>What a table writes for the bin with this index: a category, or <c>[low, high)</c>; <c>underflow</c>, <c>overflow</c>.</summary>
    public string BinLabel(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Extent);
        if (HasUnderflow && index == 0) return "underflow";
        if (HasOverflow && index == Extent - 1) return "overflow";
        return LabelOf(index - First);
    }

    /// <summary>Bins of equal width, see <see cref="RegularAxis"/>.</summary>
    public static RegularAxis Regular(string name, int bins, double low, double high) => new(name, bins, low, high);

    /// <summary>Bins between given edges, see <see cref="VariableAxis"/>.</summary>
    public static VariableAxis Variable(string name, params ReadOnlySpan<double> edges) => new(name, edges);

    /// <summary>One bin per integer from <paramref name="start"/> up to, not including, <paramref name="stop"/>, see <see cref="IntegerAxis"/>.</summary>
    public static IntegerAxis Integer(string name, int start, int stop) => new(name, start, stop);

    /// <summary>One bin per string, see <see cref="StringCategoryAxis"/>.</summary>
    public static StringCategoryAxis Category(string name, params ReadOnlySpan<string> categories) => new(name, categories);

    /// <summary>One bin per listed integer, see <see cref="IntCategoryAxis"/>.</summary>
    public static IntCategoryAxis IntCategory(string name, params ReadOnlySpan<int> categories) => new(name, categories);

    /// <summary>Two bins, false and true, see <see cref="BooleanAxis"/>.</summary>
    public static BooleanAxis Boolean(string name) => new(name);

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Bins} bins)";

    private protected abstract double[] MakeEdges();

    private protected abstract bool HasSameBins(Axis other);

    private protected virtual string LabelOf(int bin) => string.Create(CultureInfo.InvariantCulture, $"[{Edges[bin]}, {Edges[bin + 1]})");

    private protected double[] UnitEdges()
    {
        var edges = new double[Bins + 1];
        for (var i = 0; i < edges.Length; i++) edges[i] = i;
        return edges;
    }
}
