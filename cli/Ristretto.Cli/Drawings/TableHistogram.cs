using Ristretto.Cli.Tables;
using Ristretto.Histograms;

namespace Ristretto.Cli.Drawings;

/// <summary>Fills a histogram from a tree or an RNTuple in blocks of entries, so that memory does not grow with the file.</summary>
internal static class TableHistogram
{
    /// <summary>Reads the entries once, or twice when the bins are to be found first, so many at a time as <paramref name="block"/> says.</summary>
    internal static Histogram Fill(PlottedTables tables, string name, Binning? binning, Func<Quantities, TableResolver, int> block, CancellationToken cancellation)
    {
        var bins = binning ?? Find(tables, block, cancellation);
        var histogram = Histogram.Regular(name, bins.Bins, bins.Low, bins.High);
        foreach (var (values, weights) in Blocks(tables, block, cancellation)) histogram.Fill<double>(values, weights);
        return histogram;
    }

    private static Binning Find(PlottedTables tables, Func<Quantities, TableResolver, int> block, CancellationToken cancellation)
    {
        var finder = new RangeFinder();
        foreach (var (values, _) in Blocks(tables, block, cancellation)) finder.Add(values);
        return finder.Find();
    }

    private static IEnumerable<(double[] Values, double[] Weights)> Blocks(PlottedTables tables, Func<Quantities, TableResolver, int> block, CancellationToken cancellation)
    {
        foreach (var (quantities, columns) in tables.Open())
        {
            var entries = block(quantities, columns);
            for (var first = 0L; first < columns.Entries; first += entries)
            {
                cancellation.ThrowIfCancellationRequested();
                columns.MoveTo(first, (int)Math.Min(entries, columns.Entries - first));
                yield return quantities.Evaluate(columns);
            }
        }
    }
}
