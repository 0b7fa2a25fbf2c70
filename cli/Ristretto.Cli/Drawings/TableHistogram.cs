using Ristretto.Histograms;

namespace Ristretto.Cli.Drawings;

/// <summary>Fills a histogram from a tree or an RNTuple in blocks of entries, so that memory does not grow with the file.</summary>
internal static class TableHistogram
{
    private const int BlockEntries = 16384;

    /// <summary>Reads the entries once, or twice when the bins are to be found first.</summary>
    internal static Histogram Fill(PlottedTables tables, string name, Binning? binning, CancellationToken cancellation)
    {
        var bins = binning ?? Find(tables, cancellation);
        var histogram = Histogram.Regular(name, bins.Bins, bins.Low, bins.High);
        foreach (var (values, weights) in Blocks(tables, cancellation)) histogram.Fill<double>(values, weights);
        return histogram;
    }

    private static Binning Find(PlottedTables tables, CancellationToken cancellation)
    {
        var finder = new RangeFinder();
        foreach (var (values, _) in Blocks(tables, cancellation)) finder.Add(values);
        return finder.Find();
    }

    private static IEnumerable<(double[] Values, double[] Weights)> Blocks(PlottedTables tables, CancellationToken cancellation)
    {
        foreach (var (quantities, columns) in tables.Open())
        {
            for (var first = 0L; first < columns.Entries; first += BlockEntries)
            {
                cancellation.ThrowIfCancellationRequested();
                columns.MoveTo(first, (int)Math.Min(BlockEntries, columns.Entries - first));
                yield return quantities.Evaluate(columns);
            }
        }
    }
}
