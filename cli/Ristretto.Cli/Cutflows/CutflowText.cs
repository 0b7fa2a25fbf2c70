using Ristretto.Cli.Rendering;

namespace Ristretto.Cli.Cutflows;

/// <summary>A cutflow as a table for people.</summary>
internal static class CutflowText
{
    /// <summary>Prints one table per data set and category.</summary>
    internal static void Print(IReadOnlyList<CutflowStatistics> cutflows, TextWriter output)
    {
        for (var i = 0; i < cutflows.Count; i++)
        {
            if (i > 0) output.WriteLine();
            output.WriteLine($"{cutflows[i].Dataset}, {cutflows[i].Category}");
            TextTable table = new(("cut", Alignment.Left), ("events", Alignment.Right), ("Σw", Alignment.Right), ("± stat.", Alignment.Right),
                ("of previous", Alignment.Right), ("of first", Alignment.Right), ("effective", Alignment.Right));
            foreach (var line in cutflows[i].Rows)
            {
                var (sum, error) = Quantity.WithError(line.Row.SumW, line.Row.Error);
                table.Add(line.Label, Quantity.Count(line.Row.Count), sum, error,
                    Percent(line.Efficiency), Percent(line.TotalEfficiency), Quantity.Fixed(line.Row.EffectiveEntries, 1));
            }
            table.Write(output, indent: 2);
        }
    }

    private static string Percent(double share) => double.IsNaN(share) ? "–" : $"{Quantity.Fixed(100 * share, 2)} %";
}
