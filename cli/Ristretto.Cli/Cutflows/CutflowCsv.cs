using System.Globalization;

namespace Ristretto.Cli.Cutflows;

/// <summary>A cutflow as comma-separated values, numbers with all their digits.</summary>
internal static class CutflowCsv
{
    /// <summary>Prints a heading and one line per cut. An efficiency that is not defined is empty.</summary>
    internal static void Print(IReadOnlyList<CutflowStatistics> cutflows, TextWriter output)
    {
        output.WriteLine("dataset,category,cut,count,sumw,sumw2,error,efficiency,total_efficiency,effective_entries,after");
        foreach (var cutflow in cutflows)
            foreach (var line in cutflow.Rows)
                output.WriteLine(string.Join(',',
                    Quote(cutflow.Dataset), Quote(cutflow.Category), Quote(line.Row.Cut), line.Row.Count.ToString(CultureInfo.InvariantCulture),
                    Number(line.Row.SumW), Number(line.Row.SumW2), Number(line.Row.Error), Number(line.Efficiency), Number(line.TotalEfficiency),
                    Number(line.Row.EffectiveEntries), Quote(line.Row.After ?? "")));
    }

    private static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Quote(string text) => text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
