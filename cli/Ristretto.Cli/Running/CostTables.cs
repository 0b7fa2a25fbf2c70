using Ristretto.Cli.Rendering;
using Ristretto.Events.Engine;

namespace Ristretto.Cli.Running;

/// <summary>What every column, cut and histogram has cost, each in a table.</summary>
internal static class CostTables
{
    /// <summary>Prints the tables; times are summed over the workers.</summary>
    internal static void Print(RunReport report, TextWriter output)
    {
        var columns = Table(output, ("column", Alignment.Left), ("stored", Alignment.Right), ("unpacked", Alignment.Right),
            ("fetch", Alignment.Right), ("decompress", Alignment.Right), ("decode", Alignment.Right), ("ms", Alignment.Right));
        foreach (var column in report.Columns.OrderByDescending(column => column.Time))
            columns.Add(column.Branch, Quantity.Bytes(column.CompressedBytes), Quantity.Bytes(column.DecompressedBytes),
                Milliseconds(column.Fetch), Milliseconds(column.Decompress), Milliseconds(column.Decode), Milliseconds(column.Time));
        columns.Write(output, indent: 2);
        if (report.Cuts.Count > 0)
        {
            var cuts = Table(output, ("cut", Alignment.Left), ("batches", Alignment.Right), ("read", Alignment.Right), ("compute", Alignment.Right), ("ms", Alignment.Right));
            foreach (var cut in report.Cuts)
                cuts.Add(cut.Cut.Length > 0 ? cut.Cut : "after the last", Quantity.Count(cut.Batches), Milliseconds(cut.Reading), Milliseconds(cut.Computing), Milliseconds(cut.Reading + cut.Computing));
            cuts.Write(output, indent: 2);
        }
        if (report.Histograms.Count > 0)
        {
            var histograms = Table(output, ("histogram", Alignment.Left), ("fills", Alignment.Right), ("ms", Alignment.Right));
            foreach (var histogram in report.Histograms) histograms.Add(histogram.Histogram, Quantity.Count(histogram.Fills), Milliseconds(histogram.Time));
            histograms.Write(output, indent: 2);
        }
    }

    private static TextTable Table(TextWriter output, params (string Heading, Alignment Alignment)[] columns)
    {
        output.WriteLine();
        return new TextTable(columns);
    }

    private static string Milliseconds(TimeSpan time) => Quantity.Fixed(time.TotalMilliseconds, time.TotalMilliseconds < 99.95 ? 2 : 0);
}
