using Ristretto.Histograms.Axes;
using Ristretto.Histograms.Indexing;
using Ristretto.Histograms.Profiles;

namespace Ristretto.Histograms;

public sealed partial class Histogram
{
    /// <summary>The difference, cell by cell, of two histograms with the same axes: variances add up.</summary>
    /// <exception cref="ArgumentException">The axes or the storages differ.</exception>
    public static Histogram operator -(Histogram a, Histogram b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        a.RequireSameAxes(b);
        return a.Combine(b, (x, _, y, _) => x - y, (_, vx, _, vy) => vx + vy);
    }

    /// <summary>The quotient, cell by cell, of two independent histograms with the same axes; 0 where the denominator is 0, as in ROOT.</summary>
    /// <remarks>Variance: <c>σ²(a)/b² + a² σ²(b)/b⁴</c>. It holds for many entries and independent histograms; not for a part of a whole.</remarks>
    /// <exception cref="ArgumentException">The axes or the storages differ.</exception>
    public static Histogram operator /(Histogram a, Histogram b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        a.RequireSameAxes(b);
        return a.Combine(b, (x, _, y, _) => y == 0 ? 0 : x / y, (x, vx, y, vy) => y == 0 ? 0 : vx / (y * y) + x * x * vy / (y * y * y * y));
    }

    /// <summary>Contents per unit of the axes, so that the bins in range add up to one when multiplied by their widths; flow bins are empty. Category and boolean bins have width one.</summary>
    /// <exception cref="InvalidOperationException">The contents in range add up to zero.</exception>
    public Histogram ToDensity()
    {
        var total = Sum(flow: false);
        if (total == 0) throw new InvalidOperationException($"histogram \"{Name}\" holds nothing in range; a density needs entries there");
        var (values, variances) = (Values.ToArray(), HasVariances ? Variances.ToArray() : Values.ToArray());
        for (var cell = 0; cell < values.Length; cell++)
        {
            var scale = IsFlow(cell) ? 0 : 1 / (total * WidthOf(cell));
            (values[cell], variances[cell]) = (values[cell] * scale, variances[cell] * scale * scale);
        }
        return FromContent(Name, _axes, values, variances, Entries, NanCount).WithTitle(Title);
    }

    /// <summary>Whether the other histogram has the same axes, and sums of weights and of their squares that agree: <c>|a − b| ≤ absolute + relative · |b|</c>.</summary>
    public bool IsCloseTo(Histogram other, double relative = 1e-9, double absolute = 0)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (_axes.Length != other._axes.Length || !_axes.Zip(other._axes).All(pair => pair.First.Matches(pair.Second)) || HasVariances != other.HasVariances) return false;
        return AreClose(Values, other.Values) && (!HasVariances || AreClose(Variances, other.Variances));

        bool AreClose(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
        {
            for (var i = 0; i < a.Length; i++)
                if (!(Math.Abs(a[i] - b[i]) <= absolute + relative * Math.Abs(b[i])) && !a[i].Equals(b[i])) return false;
            return true;
        }
    }

    /// <summary>One histogram per category of an axis, without that axis, in the order of the categories.</summary>
    /// <exception cref="ArgumentException">The axis does not exist or has no string categories.</exception>
    public IReadOnlyList<(string Category, Histogram Histogram)> Split(string axis) =>
        [.. Strings(axis).Categories.Select(category => (category, Slice(axis, category).WithName(category)))];

    /// <summary>The same histogram with the categories of an axis in ordinal order.</summary>
    /// <exception cref="ArgumentException">The axis does not exist or has no string categories.</exception>
    public Histogram SortCategories(string axis)
    {
        var map = new CellMap(_axes);
        AxisSelection.Pick([.. Strings(axis).Categories.Order(StringComparer.Ordinal)]).On(Strings(axis), PositionOf(axis), map);
        return Apply(map, keepsAll: true);
    }

    /// <summary>The mean along an axis in the bins of the others: each bin of the axis, flow left out, counts with its centre.</summary>
    /// <exception cref="ArgumentException">The axis does not exist, has categories, or is the only one.</exception>
    public Profile ToProfile(string axis)
    {
        var position = PositionOf(axis);
        var sampled = _axes[position];
        if (sampled is not (RegularAxis or VariableAxis or IntegerAxis or TransformedAxis)) throw new ArgumentException($"histogram \"{Name}\": axis \"{axis}\" has no centres of bins to take a mean of", nameof(axis));
        Axis[] others = [.. _axes.Where(other => other != sampled)];
        var cells = new MeanCell[others.Aggregate(1, (product, other) => product * other.Extent)];
        var (values, variances) = (Values.ToArray(), Variances.ToArray());
        for (var cell = 0; cell < values.Length; cell++)
        {
            var bin = cell / _strides[position] % sampled.Extent - sampled.First;
            if ((uint)bin >= (uint)sampled.Bins || values[cell] == 0) continue;
            var centre = sampled is IntegerAxis ? sampled.Edges[bin] : (sampled.Edges[bin] + sampled.Edges[bin + 1]) / 2;
            ref var target = ref cells[cell / (_strides[position] * sampled.Extent) * _strides[position] + cell % _strides[position]];
            target = target.With(new MeanCell(values[cell], variances[cell], centre, 0));
        }
        return Profile.FromCells(Name, others, MeanKind.WeightedMean, cells, Entries, NanCount, Title);
    }

    private double WidthOf(int cell)
    {
        var width = 1.0;
        for (var i = 0; i < _axes.Length; i++)
        {
            var bin = cell / _strides[i] % _axes[i].Extent - _axes[i].First;
            width *= _axes[i].Edges[bin + 1] - _axes[i].Edges[bin];
        }
        return width;
    }

    private StringCategoryAxis Strings(string axis) => _axes[PositionOf(axis)] as StringCategoryAxis
        ?? throw new ArgumentException($"histogram \"{Name}\": axis \"{axis}\" has no string categories", nameof(axis));

    private Histogram Combine(Histogram other, Func<double, double, double, double, double> value, Func<double, double, double, double, double> variance)
    {
        var (a, va) = (Values.ToArray(), Variances.ToArray());
        var (b, vb) = (other.Values.ToArray(), other.Variances.ToArray());
        var (values, variances) = (new double[Length], new double[Length]);
        for (var i = 0; i < values.Length; i++) (values[i], variances[i]) = (value(a[i], va[i], b[i], vb[i]), variance(a[i], va[i], b[i], vb[i]));
        return FromContent(Name, _axes, values, variances, Entries + other.Entries, NanCount + other.NanCount).WithTitle(Title);
    }
}
