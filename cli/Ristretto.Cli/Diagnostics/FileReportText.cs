using Ristretto.Bytes.Files.Checking;
using Ristretto.Cli.Rendering;

namespace Ristretto.Cli.Diagnostics;

/// <summary>What <c>doctor</c> says of a file.</summary>
internal static class FileReportText
{
    private const int MostColumns = 8;

    /// <summary>Verdict, counts, a line per problem, what can be read, and remedies.</summary>
    internal static void Print(FileReport report, TextWriter output)
    {
        output.WriteLine($"{report.Path}: {(report.IsSound ? "sound" : Quantity.Count(report.ProblemCount, "problem", "problems"))}{(report.IsRecovered ? "; its objects were searched for record by record" : "")}");
        TextTable table = new(Alignment.Left, Alignment.Left);
        table.Add("records", $"{Quantity.Count(report.Records)}{(report.Gaps == 0 ? "" : $", and {Quantity.Count(report.Gaps, "gap", "gaps")} of {Quantity.Bytes(report.GapBytes)}")}");
        table.Add("objects", $"{Quantity.Count(report.Objects)}{(report.DamagedObjects == 0 ? "" : $", {Quantity.Count(report.DamagedObjects)} of them damaged")}");
        if (report.Baskets > 0) table.Add("baskets", Quantity.Count(report.Baskets));
        if (report.Pages > 0) table.Add("pages", Quantity.Count(report.Pages));
        table.Add("decoded", $"{Quantity.Bytes(report.CheckedBytes)}{(report.UnprotectedBytes == 0 ? "" : $"; {Quantity.Bytes(report.UnprotectedBytes)} of them carry no checksum, so that a changed bit there may go unseen")}");
        foreach (var note in report.Notes) table.Add("note", PlainLine.Of(note));
        foreach (var problem in report.Problems) table.Add("PROBLEM", PlainLine.Of(problem.ToString()));
        if (report.ProblemCount > report.Problems.Count) table.Add("PROBLEM", $"and {Quantity.Count(report.ProblemCount - report.Problems.Count)} more");
        if (!report.IsSound)
            foreach (var part in report.Tables) table.Add("readable", PlainLine.Of(FileRemedies.Readable(part, MostColumns)));
        foreach (var remedy in FileRemedies.Of(report)) table.Add("remedy", PlainLine.Of(remedy));
        table.Write(output, indent: 2);
    }
}
