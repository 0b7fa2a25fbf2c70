using Ristretto.Histograms.Axes;

namespace Ristretto.Histograms.Indexing;

/// <summary>Axes with joined bins, by the numbers of the old bins at which the new ones begin, and behind the last.</summary>
internal static class Regrouping
{
    /// <summary>The numbers of the bins that begin at these edges.</summary>
    /// <exception cref="ArgumentException">The axis lacks one of them, or they do not ascend.</exception>
    public static int[] BoundsOf(this Axis axis, ReadOnlySpan<double> edges)
    {
        var bounds = new int[edges.Length];
        for (var i = 0; i < edges.Length; i++)
        {
            bounds[i] = axis.Edges.BinarySearch(edges[i]);
            if (bounds[i] < 0) throw new ArgumentException($"{edges[i]} is no edge of axis \"{axis.Name}\"", nameof(edges));
            if (i > 0 && bounds[i] <= bounds[i - 1]) throw new ArgumentException($"axis \"{axis.Name}\" needs ascending edges; edge {i} is {edges[i]}", nameof(edges));
        }
        return edges.Length > 1 ? bounds : throw new ArgumentException($"axis \"{axis.Name}\" needs two edges or more, not {edges.Length}", nameof(edges));
    }

    /// <summary>Joins bins of an axis; what is left over goes to flow, where the axis has it.</summary>
    /// <exception cref="ArgumentException">The axis has categories.</exception>
    public static void Regroup(this CellMap map, int position, Axis old, int[] bounds)
    {
        var axis = AxisOf(old, bounds);
        map.Replace(position, axis, index =>
        {
            var bin = index - old.First;
            if (bin < bounds[0]) return axis.HasUnderflow ? 0 : CellMap.Dropped;
            if (bin >= bounds[^1]) return axis.HasOverflow ? axis.First + axis.Bins : CellMap.Dropped;
            var at = Array.BinarySearch(bounds, bin);
            return axis.First + (at >= 0 ? at : ~at - 1);
        });
    }

    // Of the same kind when every bin has grown alike, so that the result still says so in a file.
    private static Axis AxisOf(Axis old, int[] bounds)
    {
        var (bins, group) = (bounds.Length - 1, bounds[1] - bounds[0]);
        var isEven = Enumerable.Range(0, bins).All(i => bounds[i + 1] - bounds[i] == group);
        var (low, high) = (old.Edges[bounds[0]], old.Edges[bounds[^1]]);
        Axis axis = old switch
        {
            RegularAxis or CircularAxis { Inner: RegularAxis } when isEven => Axis.Regular(old.Name, bins, low, high),
            IntegerAxis when isEven && group == 1 => Axis.Integer(old.Name, (int)low, (int)high),
            TransformedAxis transformed when isEven => Axis.Transformed(old.Name, bins, low, high, transformed.Transform),
            RegularAxis or IntegerAxis or TransformedAxis or CircularAxis or VariableAxis => Axis.Variable(old.Name, [.. bounds.Select(bound => old.Edges[bound])]),
            _ => throw new ArgumentException($"axis \"{old.Name}\" has categories and cannot be rebinned or cropped; pick some of them"),
        };
        if (old is CircularAxis && bounds[0] == 0 && bounds[^1] == old.Bins) axis = Axis.Circular((NumericAxis)axis);
        return axis.WithFlow(old.HasUnderflow, old.HasOverflow).WithLabel(old.Label);
    }
}
