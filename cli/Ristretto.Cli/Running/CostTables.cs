using Ristretto.Cli.Rendering;
using Ristretto.Events.Engine;

namespace Ristretto.Cli.Running;

/// <summary>What every column, cut and histogram has cost, each in a table.</summary>
internal static class CostTables
{
    private const int Longest = 20;

    /// <summary>Prints the tables, the most expensive columns and histograms of many; times are summed over the workers.</summary>
    internal static void Print(RunReport report, TextWriter output)
    {
        var columns = Table(output, ("column", Alignment.Left), ("stored", Alignment.Right), ("unpacked", Alignment.Right),
            ("fetch", Alignment.Right), ("decompress", Alignment.Right), ("decode", Alignment.Right), ("ms", Alignment.Right));
        var byTime = report.Columns.OrderByDescending(column => column.Time).ToArray();
        foreach (var column in byTime.Take(Longest))
            columns.Add(column.Branch, Quantity.Bytes(column.CompressedBytes), Quantity.Bytes(column.DecompressedBytes),
                Milliseconds(column.Fetch), Milliseconds(column.Decompress), Milliseconds(column.Decode), Milliseconds(column.Time));
        columns.Write(output, indent: 2);
        Rest(byTime.Skip(Longest).Select(column => column.Time), "column", "columns", output);
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
            foreach (var histogram in report.Histograms.Take(Longest)) histograms.Add(histogram.Histogram, Quantity.Count(histogram.Fills), Milliseconds(histogram.Time));
            histograms.Write(output, indent: 2);
            Rest(report.Histograms.Skip(Longest).Select(histogram => histogram.Time), "histogram", "histograms", output);
        }
    }

    /// <summary>Says what is left out of a table.</summary>
    private static void Rest(IEnumerable<TimeSpan> times, string one, string many, TextWriter output)
    {
        var left = times.ToArray();
        if (left.Length > 0) output.WriteLine($"  … {Quantity.Count(left.Length, "more " + one, "more " + many)}, {Milliseconds(new TimeSpan(left.Sum(time => time.Ticks)))} ms together; --json has all");
    }

    private static TextTable Table(TextWriter output, params (string Heading, Alignment Alignment)[] columns)
    {
        output.WriteLine();
        return new TextTable(columns);
    }

    private static string Milliseconds(TimeSpan time) => Quantity.Fixed(time.TotalMilliseconds, time.TotalMilliseconds < 99.95 ? 2 : 0);
}
