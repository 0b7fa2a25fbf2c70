using System.Globalization;

namespace Ristretto.Plots.Series;

/// <summary>The bins along one direction of a plot.</summary>
public sealed partial class BinAxis
{
    private BinAxis(string label, IReadOnlyList<double> edges, IReadOnlyList<string>? binLabels)
    {
        Label = label;
        Edges = edges;
        BinLabels = binLabels;
    }

    /// <summary>The axis title, in the subset of TeX that labels may use.</summary>
    public string Label { get; }

    /// <summary>The bin edges, strictly increasing, one more than there are bins.</summary>
    public IReadOnlyList<double> Edges { get; }

    /// <summary>A name for every bin when the axis has categories or single whole numbers; otherwise <see langword="null"/>.</summary>
    public IReadOnlyList<string>? BinLabels { get; }

    /// <summary>The number of bins, under- and overflow not counted.</summary>
    public int Count => Edges.Count - 1;

    /// <summary>Whether all bins have the same width within 1e-9.</summary>
    public bool IsUniform
    {
        get
        {
            var width = Width(0);
            for (var i = 1; i < Count; i++)
                if (Math.Abs(Width(i) - width) > 1e-9 * Math.Abs(width)) return false;
            return true;
        }
    }

    /// <summary>The width of a bin.</summary>
    public double Width(int bin) => Edges[bin + 1] - Edges[bin];

    /// <summary>The centre of a bin.</summary>
    public double Centre(int bin) => (Edges[bin] + Edges[bin + 1]) / 2;

    /// <summary>Bins of equal width.</summary>
    public static BinAxis Regular(string label, int bins, double start, double stop)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bins);
        var edges = new double[bins + 1];
        for (var i = 0; i <= bins; i++) edges[i] = i == bins ? stop : start + (stop - start) * i / bins;
        return Variable(label, edges);
    }

    /// <summary>Bins between the given edges.</summary>
    /// <exception cref="ArgumentException">There are fewer than two edges, or they do not increase.</exception>
    public static BinAxis Variable(string label, params IReadOnlyList<double> edges)
    {
        if (edges.Count < 2) throw new ArgumentException($"axis \"{label}\" has {edges.Count} edges; a bin needs two", nameof(edges));
        for (var i = 1; i < edges.Count; i++)
            if (!(edges[i] > edges[i - 1])) throw new ArgumentException($"axis \"{label}\": edge {i} ({edges[i]:R}) is not above the one before ({edges[i - 1]:R})", nameof(edges));
        return new(label, edges, null);
    }

    /// <summary>One bin for every whole number from <paramref name="first"/> on.</summary>
    public static BinAxis Integers(string label, int first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return new(label, UnitEdges(first, count), [.. Enumerable.Range(first, count).Select(value => value.ToString(CultureInfo.InvariantCulture))]);
    }

    /// <summary>One bin for every category.</summary>
    /// <exception cref="ArgumentException">There is no category.</exception>
    public static BinAxis Categories(string label, params IReadOnlyList<string> names) =>
        names.Count > 0 ? new(label, UnitEdges(0, names.Count), names) : throw new ArgumentException($"axis \"{label}\" has no category", nameof(names));

    private static double[] UnitEdges(int first, int count) => [.. Enumerable.Range(first, count + 1).Select(edge => (double)edge)];
}
