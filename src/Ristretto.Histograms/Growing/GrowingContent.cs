using System.Runtime.InteropServices;
using Ristretto.Columns.Accumulation;
using Ristretto.Histograms.Axes;

namespace Ristretto.Histograms.Growing;

/// <summary>One copy of the content of a growing histogram: rows along the last axis, made when something is filled into them.</summary>
internal sealed class GrowingContent : IMergeable<GrowingContent>
{
    private readonly IReadOnlyList<GrowingAxis> _definitions;
    // A row is found axis by axis: (what was found so far, place on this axis) leads to the next number, that of the last but one axis to the row.
    private readonly Dictionary<(int Before, int Place), int> _steps = [];
    private readonly List<GrowingRow> _rows = [];
    private AxisGrowth[] _axes;

    public GrowingContent(IReadOnlyList<GrowingAxis> axes) => (_definitions, _axes) = (axes, Start(axes));

    public double Entries { get; private set; }

    public double NanCount { get; private set; }

    public int RowCount => _rows.Count;

    public long Bytes => _rows.Sum(row => row.Bytes);

    public AxisGrowth this[int axis] => _axes[axis];

    public GrowingContent CreateEmpty() => new(_definitions);

    public void Merge(GrowingContent other)
    {
        var places = new int[_axes.Length - 1];
        foreach (var row in other._rows)
        {
            for (var i = 0; i < places.Length; i++) places[i] = _axes[i].PlaceOf(other._axes[i], row.Places[i]);
            var target = RowAt(places);
            foreach (var (place, sum, squares) in row.Cells()) target.Add(_axes[^1].PlaceOf(other._axes[^1], place), sum, squares);
        }
        (Entries, NanCount) = (Entries + other.Entries, NanCount + other.NanCount);
    }

    public void Clear()
    {
        _steps.Clear();
        _rows.Clear();
        (_axes, Entries, NanCount) = (Start(_definitions), 0, 0);
    }

    public GrowingRow RowAt(ReadOnlySpan<int> places)
    {
        var at = 0;
        for (var i = 0; i < places.Length; i++)
        {
            ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(_steps, (at, places[i]), out var exists);
            if (!exists) next = i == places.Length - 1 ? _rows.Count : _steps.Count;
            at = next;
            if (!exists && i == places.Length - 1) return NewRow(places);
        }
        return places.Length > 0 || _rows.Count > 0 ? _rows[at] : NewRow(places);
    }

    public void Count(int entries, int nan) => (Entries, NanCount) = (Entries + entries, NanCount + nan);

    public Histogram ToHistogram(string name, string title)
    {
        Axis[] axes = [.. _axes.Select(axis => axis.ToAxis(name))];
        var result = Histogram.Of(name, axes);
        var (values, variances) = (new double[result.Length], new double[result.Length]);
        foreach (var row in _rows)
        {
            var start = 0;
            for (var i = 0; i < row.Places.Length; i++) start += result.CellStrides[i] * _axes[i].IndexOf(row.Places[i], axes[i]);
            foreach (var (place, sum, squares) in row.Cells())
            {
                var cell = start + _axes[^1].IndexOf(place, axes[^1]);
                (values[cell], variances[cell]) = (sum, squares);
            }
        }
        return Histogram.FromContent(name, axes, values, variances, Entries, NanCount).WithTitle(title);
    }

    private GrowingRow NewRow(ReadOnlySpan<int> places)
    {
        var row = new GrowingRow(places.ToArray());
        if (_definitions[^1] is { Kind: GrowthKind.Fixed, Axis: { } last }) row.Reserve(last.Extent);
        _rows.Add(row);
        return row;
    }

    private static AxisGrowth[] Start(IReadOnlyList<GrowingAxis> axes) => [.. axes.Select(axis => axis.Start())];
}
