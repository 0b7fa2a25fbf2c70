namespace Ristretto.Events.Corrections.Nodes;

/// <summary>Bins along one input: <c>edges[i] &lt;= x &lt; edges[i + 1]</c>. Uniform when no edges are given.</summary>
internal sealed class Axis
{
    private readonly double[]? _edges;

    internal Axis(double[] edges) => (_edges, Bins, Low, High) = (edges, edges.Length - 1, edges[0], edges[^1]);

    internal Axis(int bins, double low, double high) => (Bins, Low, High) = (bins, low, high);

    internal int Bins { get; }

    internal double Low { get; }

    internal double High { get; }

    /// <summary>The bin; where rounding takes a value just below the upper limit of uniform bins to that limit, the last one; −1 below the first edge, <see cref="Bins"/> from the last edge on and for NaN.</summary>
    internal int Find(double x)
    {
        if (_edges is null)
        {
            if (x < Low) return -1;
            return x < High ? Math.Min(Bins - 1, (int)(Bins * ((x - Low) / (High - Low)))) : Bins;
        }
        int low = 0, high = _edges.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (x < _edges[middle]) high = middle;
            else low = middle + 1;
        }
        return low - 1;
    }

    /// <summary>The bin of a finite value after shifting it by whole lengths of the axis. Values inside are put through the same arithmetic,
    /// which may move one at an edge by a rounding, as in correctionlib.</summary>
    internal int FindWrapped(double x)
    {
        var u = (x - Low) / (High - Low);
        u -= Math.Floor(u);
        var bin = _edges is null ? (int)(Bins * u) : Find(Low + u * (High - Low));
        return Math.Clamp(bin, 0, Bins - 1);
    }
}
