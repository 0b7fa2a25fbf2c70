using Ristretto.Columns.Accumulation;
using Ristretto.Events.Systematics;
using Ristretto.Histograms.Axes;
using Ristretto.Histograms.Storages;

namespace Ristretto.Histograms;

/// <summary>Counts entries in bins: any number of axes, sums of weights and of squared weights, flow bins.</summary>
/// <remarks>
/// <para>String-category axes come first; their combinations are the <em>rows</em> of the histogram. The other axes are its
/// <em>variables</em>, which are filled with numbers.</para>
/// <para>The object is a handle that user code may capture: inside the event loop each <see cref="Lane"/> fills a copy of its own, and the
/// copies are merged in a fixed order, so that the content does not depend on the number of threads. Read it after the loop.</para>
/// <para>NaN goes to overflow and is also counted in <see cref="NanCount"/>.</para>
/// </remarks>
public sealed partial class Histogram
{
    private readonly LaneLocal<HistogramStorage> _storage;
    private readonly Axis[] _axes;
    private readonly NumericAxis[] _variables;
    private readonly StringCategoryAxis[] _categories;
    private readonly int[] _strides;
    private readonly int _rowLength;

    private Histogram(string name, Axis[] axes, string title, StorageKind kind)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (axes.Length == 0) throw new ArgumentException($"histogram \"{name}\" needs an axis", nameof(axes));
        (Name, Title, Kind, _axes) = (name, title, kind, axes);
        _categories = [.. axes.TakeWhile(axis => axis is StringCategoryAxis).Cast<StringCategoryAxis>()];
        _variables = [.. axes.Skip(_categories.Length).Select(axis => axis as NumericAxis
            ?? throw new ArgumentException($"histogram \"{name}\": the string categories \"{axis.Name}\" must stand before the variables", nameof(axes)))];
        for (var i = 1; i < axes.Length; i++)
            if (Array.FindIndex(axes, axis => axis.Name == axes[i].Name) < i)
                throw new ArgumentException($"histogram \"{name}\" has two axes named \"{axes[i].Name}\"", nameof(axes));
        _strides = Strides(axes);
        _rowLength = _categories.Length == 0 ? _strides[0] * axes[0].Extent : _strides[_categories.Length - 1];
        RowCount = _strides[0] * axes[0].Extent / _rowLength;
        _variations = new KeptVariations<Histogram>(MakeVaried, "*");
        _storage = new LaneLocal<HistogramStorage>(new HistogramStorage(_strides[0] * axes[0].Extent, kind, axes is [RegularAxis only] ? only : null), name);
    }

    /// <summary>The name under which the histogram is stored; may contain dots and slashes.</summary>
    public string Name { get; }

    /// <summary>What a plot writes above the histogram; empty where nothing was said.</summary>
    public string Title { get; }

    /// <summary>What each cell holds.</summary>
    public StorageKind Kind { get; }

    /// <summary>All axes: first the categories, then the variables.</summary>
    public IReadOnlyList<Axis> Axes => _axes;

    /// <summary>The leading string-category axes; their combinations are the rows.</summary>
    public IReadOnlyList<StringCategoryAxis> Categories => _categories;

    /// <summary>The axes that are filled with numbers.</summary>
    public IReadOnlyList<NumericAxis> Variables => _variables;

    /// <summary>Number of rows: the product of the extents of <see cref="Categories"/>, flow included; 1 without categories.</summary>
    public int RowCount { get; }

    /// <summary>Number of cells, flow included.</summary>
    public int Length => _storage.Main.Length;

    /// <summary>Sums of weights of all cells: row-major with the last axis fastest, flow included. A view of the content at this moment.</summary>
    public ReadOnlySpan<double> Values => _storage.Main.Values;

    /// <summary>Sums of squared weights of all cells, in the order of <see cref="Values"/>.</summary>
    /// <exception cref="InvalidOperationException">A histogram of counts was filled with weights (see <see cref="HasVariances"/>).</exception>
    public ReadOnlySpan<double> Variances => _storage.Main.Variances;

    /// <summary>Whether <see cref="Variances"/> are known.</summary>
    public bool HasVariances => _storage.Main.HasVariances;

    /// <summary>Number of entries whatever their weight, flow included.</summary>
    public double Entries => _storage.Main.Entries;

    /// <summary>Number of entries with a NaN among their coordinates.</summary>
    public double NanCount => _storage.Main.NanCount;

    /// <summary>Cells from one index of an axis to the next, one number per axis: the cell of (i, j, …) is <c>i * Strides[0] + j * Strides[1] + …</c>.</summary>
    public ReadOnlySpan<int> CellStrides => _strides;

    /// <summary>The content that the current lane fills, the histogram's own outside the event loop.</summary>
    internal HistogramStorage Content => _storage.Value;

    /// <summary>The sum of weights in the cell with these indices, flow counted, one per axis.</summary>
    public double ValueAt(params ReadOnlySpan<int> indices) => Values[CellOf(indices)];

    /// <summary>The sum of squared weights in the cell with these indices, flow counted, one per axis.</summary>
    public double VarianceAt(params ReadOnlySpan<int> indices) => Variances[CellOf(indices)];

    /// <summary>Forgets the content.</summary>
    public void Clear() => _storage.Value.Clear();

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {string.Join(" × ", _axes.Select(axis => axis.ToString()))}, {Entries} entries";

    private int CellOf(ReadOnlySpan<int> indices)
    {
        if (indices.Length != _axes.Length) throw new ArgumentException($"histogram \"{Name}\" has {_axes.Length} axes, {indices.Length} indices are given");
        var cell = 0;
        for (var i = 0; i < indices.Length; i++)
        {
            if ((uint)indices[i] >= (uint)_axes[i].Extent)
                throw new ArgumentOutOfRangeException(nameof(indices), $"axis \"{_axes[i].Name}\" has indices 0 to {_axes[i].Extent - 1}, not {indices[i]}");
            cell += indices[i] * _strides[i];
        }
        return cell;
    }

    private static int[] Strides(Axis[] axes)
    {
        var strides = new int[axes.Length];
        var stride = 1L;
        for (var i = axes.Length - 1; i >= 0; i--)
        {
            strides[i] = (int)stride;
            stride *= axes[i].Extent;
            if (stride > 1 << 28) throw new ArgumentException("a histogram holds at most 2^28 cells", nameof(axes));
        }
        return strides;
    }
}
