using Ristretto.Bytes.Trees;
using Ristretto.Histograms;

namespace Ristretto.Cli.Drawings;

/// <summary>Fills a histogram from a tree in blocks of entries, so that memory does not grow with the file.</summary>
internal static class TreeHistogram
{
    private const int BlockEntries = 16384;

    /// <summary>Reads the tree once, or twice when the bins are to be found first.</summary>
    internal static Histogram Fill(Tree tree, Quantities quantities, string name, Binning? binning, CancellationToken cancellation)
    {
        using var columns = new TreeResolver(tree);
        var bins = binning ?? Find(tree, quantities, columns, cancellation);
        var histogram = Histogram.Regular(name, bins.Bins, bins.Low, bins.High);
        foreach (var (values, weights) in Blocks(tree, quantities, columns, cancellation)) histogram.Fill<double>(values, weights);
        return histogram;
    }

    private static Binning Find(Tree tree, Quantities quantities, TreeResolver columns, CancellationToken cancellation)
    {
        var finder = new RangeFinder();
        foreach (var (values, _) in Blocks(tree, quantities, columns, cancellation)) finder.Add(values);
        return finder.Find();
    }

    private static IEnumerable<(double[] Values, double[] Weights)> Blocks(Tree tree, Quantities quantities, TreeResolver columns, CancellationToken cancellation)
    {
        for (var first = 0L; first < tree.Entries; first += BlockEntries)
        {
            cancellation.ThrowIfCancellationRequested();
            columns.MoveTo(first, (int)Math.Min(BlockEntries, tree.Entries - first));
            yield return quantities.Evaluate(columns);
        }
    }
}
