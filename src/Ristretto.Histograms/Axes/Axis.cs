using System.Globalization;

namespace Ristretto.Histograms.Axes;

/// <summary>How one variable is divided into bins. Immutable.</summary>
/// <remarks>Indices count the flow bins: with underflow, index 0 is below the first bin and the first bin has index 1. Axes have
/// an overflow bin, except <see cref="BooleanAxis"/>, <see cref="CircularAxis"/> and where <see cref="WithFlow"/> takes it away; categories have no underflow.</remarks>
public abstract class Axis
{
    private double[]? _edges;

    private protected Axis(string name, int bins, bool hasUnderflow, bool hasOverflow)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (bins < 1) throw new ArgumentOutOfRangeException(nameof(bins), $"axis \"{name}\" needs at least one bin, not {bins}");
        (Name, Bins, HasUnderflow, HasOverflow, First) = (name, bins, hasUnderflow, hasOverflow, hasUnderflow ? 1 : 0);
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
    public bool HasUnderflow { get; private set; }

    /// <summary>Whether the last index is an overflow bin.</summary>
    public bool HasOverflow { get; private set; }

    /// <summary>Index of the first bin that is not a flow bin.</summary>
    public int First { get; private set; }

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

    /// <summary>The same bins with some of the flow bins: what belongs into one that is not there is left out. Without overflow, the upper end of the last bin
    /// belongs to it on axes with edges, as in Boost.Histogram.</summary>
    /// <exception cref="ArgumentException">The axis cannot have the flow bin: booleans have none, categories no underflow, circular axes no underflow either.</exception>
    public Axis WithFlow(bool underflow, bool overflow)
    {
        if ((underflow && !MayHaveUnderflow) || (overflow && !MayHaveOverflow))
            throw new ArgumentException($"axis \"{Name}\": {GetType().Name} has no {(underflow && !MayHaveUnderflow ? "underflow" : "overflow")} bin; WithFlow must say false for it");
        var copy = (Axis)MemberwiseClone();
        (copy.HasUnderflow, copy.HasOverflow, copy.First) = (underflow, overflow, underflow ? 1 : 0);
        return copy;
    }

    /// <summary>The same bins without flow bins, see <see cref="WithFlow"/>.</summary>
    public Axis WithoutFlow() => WithFlow(underflow: false, overflow: false);

    /// <summary>Whether the other axis has the same name, the same kind and the same bins, flow included; labels may differ.</summary>
    public bool Matches(Axis other) => Name == other.Name && GetType() == other.GetType() && Bins == other.Bins && HasSameFlow(other) && HasSameBins(other);

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

    /// <summary>Bins of equal width in a function of the variable, see <see cref="TransformedAxis"/>: <c>Axis.Transformed("pt", 10, 20, 2000, AxisTransform.Log)</c>.</summary>
    public static TransformedAxis Transformed(string name, int bins, double low, double high, AxisTransform transform) => new(name, bins, low, high, transform);

    /// <summary>Bins of equal width in which values wrap, see <see cref="CircularAxis"/>: <c>Axis.Circular("phi", 8, -Math.PI, Math.PI)</c>.</summary>
    public static CircularAxis Circular(string name, int bins, double low, double high) => new(new RegularAxis(name, bins, low, high));

    /// <summary>The bins of a regular, variable or integer axis in which values wrap, see <see cref="CircularAxis"/>.</summary>
    public static CircularAxis Circular(NumericAxis bins) => new(bins);

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

    /// <summary>Whether <see cref="WithFlow"/> may give the axis an underflow bin.</summary>
    private protected virtual bool MayHaveUnderflow => true;

    /// <summary>Whether <see cref="WithFlow"/> may give the axis an overflow bin.</summary>
    private protected virtual bool MayHaveOverflow => true;

    internal bool HasSameFlow(Axis other) => HasUnderflow == other.HasUnderflow && HasOverflow == other.HasOverflow;

    private protected abstract double[] MakeEdges();

    private protected abstract bool HasSameBins(Axis other);

    private protected virtual string LabelOf(int bin) => string.Create(CultureInfo.InvariantCulture, $"[{Edges[bin]}, {Edges[bin + 1]})");

    private protected void CopyLabel(Axis other)
    {
        if (other.Label != other.Name) Label = other.Label;
    }

    private protected double[] UnitEdges()
    {
        var edges = new double[Bins + 1];
        for (var i = 0; i < edges.Length; i++) edges[i] = i;
        return edges;
    }
}
