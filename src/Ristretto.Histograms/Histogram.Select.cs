using Ristretto.Histograms.Indexing;
using Ristretto.Histograms.Storages;

namespace Ristretto.Histograms;

/// <remarks>Indexing by the rules of UHI, where bins are counted without flow.</remarks>
public sealed partial class Histogram
{
    /// <summary>Takes something of each axis, in the order of the axes: <c>h.Select(BinIndex.Loc("SR"), AxisSelection.From(BinIndex.Loc(100)).Rebin(2))</c>.</summary>
    /// <exception cref="ArgumentException">There is not one selection for each axis, an axis does not have what is selected, or no axis would be left.</exception>
    public Histogram Select(params ReadOnlySpan<AxisSelection> selections)
    {
        if (selections.Length != _axes.Length) throw new ArgumentException($"histogram \"{Name}\" has {_axes.Length} axes, {selections.Length} selections are given; select by the name of the axis");
        var map = new CellMap(_axes);
        for (var i = 0; i < selections.Length; i++) Enter(selections[i], i, map);
        return Apply(map, keepsAll: false);
    }

    /// <summary>Takes something of the named axes and leaves the others as they are: <c>h.Select(("x", 2..5), ("tag", AxisSelection.All.Sum()))</c>.</summary>
    /// <exception cref="ArgumentException">An axis does not exist or does not have what is selected, or no axis would be left.</exception>
    public Histogram Select(params ReadOnlySpan<(string Axis, AxisSelection Selection)> selections)
    {
        var map = new CellMap(_axes);
        foreach (var (axis, selection) in selections) Enter(selection, PositionOf(axis), map);
        return Apply(map, keepsAll: false);
    }

    /// <summary>The sum of weights in a bin, one index per axis, counted without flow.</summary>
    /// <exception cref="ArgumentException">There is not one index for each axis, or an axis has no such bin.</exception>
    public double ValueOf(params ReadOnlySpan<BinIndex> bins) => Values[CellOf(bins)];

    /// <summary>The sum of squared weights in a bin, one index per axis, counted without flow.</summary>
    /// <exception cref="ArgumentException">There is not one index for each axis, or an axis has no such bin.</exception>
    public double VarianceOf(params ReadOnlySpan<BinIndex> bins) => Variances[CellOf(bins)];

    /// <summary>Replaces the content, outside the event loop.</summary>
    /// <param name="values">Sums of weights of all cells, or of those that are no flow, which is then emptied; row-major with the last axis fastest.</param>
    /// <param name="variances">As many sums of squared weights; none says that they are the values, as for counts.</param>
    /// <exception cref="ArgumentException">The numbers of cells differ.</exception>
    public void SetValues(ReadOnlySpan<double> values, ReadOnlySpan<double> variances = default)
    {
        if (variances.IsEmpty) variances = values;
        var inner = _axes.Aggregate(1, (product, axis) => product * axis.Bins);
        if ((values.Length != Length && values.Length != inner) || variances.Length != values.Length)
            throw new ArgumentException($"histogram \"{Name}\" has {Length} cells, {inner} without flow; {values.Length} values and {variances.Length} variances are given", nameof(values));
        var (allValues, allVariances) = (new double[Length], new double[Length]);
        var from = 0;
        for (var cell = 0; cell < Length; cell++)
            if (values.Length == Length || !IsFlow(cell)) (allValues[cell], allVariances[cell]) = (values[from], variances[from++]);
        SetContent(allValues, allVariances, Effective(allValues, Kind == StorageKind.Weighted ? allVariances : []), 0);
    }

    private void Enter(AxisSelection selection, int position, CellMap map)
    {
        ArgumentNullException.ThrowIfNull(selection);
        try { selection.On(_axes[position], position, map); }
        catch (ArgumentException e) { throw new ArgumentException($"histogram \"{Name}\": {e.Message}", e); }
    }

    internal int CellOf(ReadOnlySpan<BinIndex> bins)
    {
        if (bins.Length != _axes.Length) throw new ArgumentException($"histogram \"{Name}\" has {_axes.Length} axes, {bins.Length} indices are given");
        Span<int> indices = stackalloc int[bins.Length];
        for (var i = 0; i < indices.Length; i++)
        {
            var axis = _axes[i];
            indices[i] = bins[i].On(axis) + axis.First;
            if ((uint)indices[i] >= (uint)axis.Extent) throw new ArgumentException($"histogram \"{Name}\": axis \"{axis.Name}\" has no {(indices[i] < 0 ? "underflow" : "overflow")} bin; WithFlow gives it one", nameof(bins));
        }
        return CellOf(indices);
    }
}
