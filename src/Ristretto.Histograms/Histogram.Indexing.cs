using Ristretto.Bytes.Errors;
using Ristretto.Histograms.Axes;
using Ristretto.Histograms.Indexing;

namespace Ristretto.Histograms;

/// <remarks>All of these make new histograms. Their <see cref="Entries"/> and <see cref="NanCount"/> are those of the original when every cell
/// went along, otherwise the effective number of entries in what is left: (Σw)² / Σw².</remarks>
public sealed partial class Histogram
{
    /// <summary>The histogram of one combination of categories, without the category axes: <c>m4j["fourTag", "SR"]</c>.</summary>
    /// <exception cref="ArgumentException">A category does not exist, or there is not one for each category axis.</exception>
    public Histogram this[params ReadOnlySpan<string> categories]
    {
        get
        {
            RequireCategories(categories.Length);
            var map = new CellMap(_axes);
            for (var i = 0; i < categories.Length; i++)
            {
                var index = IndexOf(_categories[i], categories[i]);
                map.Remove(i, bin => bin == index);
            }
            return Apply(map, keepsAll: categories.Length == 0);
        }
    }

    /// <summary>The histogram of one category of one axis, without that axis.</summary>
    /// <exception cref="ArgumentException">The axis or the category does not exist, or no axis would be left.</exception>
    public Histogram Slice(string axis, string category)
    {
        var position = PositionOf(axis);
        if (_axes[position] is not StringCategoryAxis categories)
            throw new ArgumentException($"histogram \"{Name}\": axis \"{axis}\" has no string categories", nameof(axis));
        return Slice(axis, IndexOf(categories, category));
    }

    /// <summary>The histogram of the bin with this index (flow counted) of one axis, without that axis.</summary>
    public Histogram Slice(string axis, int index)
    {
        var map = new CellMap(_axes);
        map.Remove(PositionOf(axis), bin => bin == index);
        return Apply(map, keepsAll: false);
    }

    /// <summary>Keeps the named axes, in their present order, and sums over the others, flow included.</summary>
    /// <exception cref="ArgumentException">An axis does not exist.</exception>
    public Histogram Project(params ReadOnlySpan<string> axes)
    {
        var kept = new bool[_axes.Length];
        foreach (var axis in axes) kept[PositionOf(axis)] = true;
        var map = new CellMap(_axes);
        for (var i = 0; i < kept.Length; i++)
            if (!kept[i]) map.Remove(i, _ => true);
        return Apply(map, keepsAll: true);
    }

    /// <summary>Joins each <paramref name="group"/> neighbouring bins of the last axis; a remainder goes to overflow.</summary>
    public Histogram Rebin(int group) => Rebin(_axes[^1].Name, group);

    /// <summary>Joins each <paramref name="group"/> neighbouring bins of an axis; a remainder goes to overflow.</summary>
    /// <exception cref="ArgumentException">The axis does not exist or has categories.</exception>
    public Histogram Rebin(string axis, int group)
    {
        var old = _axes[PositionOf(axis)];
        ArgumentOutOfRangeException.ThrowIfLessThan(group, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(group, old.Bins);
        var edges = new double[old.Bins / group + 1];
        for (var i = 0; i < edges.Length; i++) edges[i] = old.Edges[i * group];
        return Rebin(axis, edges);
    }

    /// <summary>Joins bins of an axis so that the given edges, each of them an edge already, remain; what lies outside goes to flow, where the axis has it.</summary>
    /// <exception cref="ArgumentException">The axis does not exist, has categories, or lacks one of the edges.</exception>
    public Histogram Rebin(string axis, params ReadOnlySpan<double> edges)
    {
        var position = PositionOf(axis);
        var old = _axes[position];
        var map = new CellMap(_axes);
        try { map.Regroup(position, old, old.BoundsOf(edges)); }
        catch (ArgumentException e) { throw new ArgumentException($"histogram \"{Name}\": {e.Message}", e); }
        return Apply(map, keepsAll: true);
    }

    private Histogram Apply(CellMap map, bool keepsAll)
    {
        if (map.Axes.Length == 0) throw new ArgumentException($"histogram \"{Name}\" would be left without an axis; use Sum or ValueAt");
        var values = map.Apply(Values);
        var variances = HasVariances && Kind == Storages.StorageKind.Weighted ? map.Apply(Variances) : [];
        var result = new Histogram(Name, map.Axes, Title, Kind);
        result.SetContent(values, variances, 0, 0);
        var (entries, nanCount) = keepsAll ? (Entries, NanCount) : (Effective(values, variances), 0);
        result.SetContent(values, variances, entries, nanCount);
        return result;
    }

    private static double Effective(double[] values, double[] variances)
    {
        var sum = values.Sum();
        if (variances.Length == 0) return sum;
        var squares = variances.Sum();
        return squares == 0 ? 0 : sum * sum / squares;
    }

    private int IndexOf(StringCategoryAxis axis, string category)
    {
        var index = axis.IndexOf(category);
        return (uint)index < (uint)axis.Bins ? index : throw new ArgumentException(
            $"histogram \"{Name}\": axis \"{axis.Name}\" has no category \"{category}\"{NearestNames.Hint(category, axis.Categories)}", nameof(category));
    }
}
