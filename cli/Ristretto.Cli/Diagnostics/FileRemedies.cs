using Ristretto.Bytes.Files.Checking;

namespace Ristretto.Cli.Diagnostics;

/// <summary>What can be done about a file that is not sound.</summary>
internal static class FileRemedies
{
    /// <summary>Commands that save what is left, best first; none for a sound file.</summary>
    internal static IEnumerable<string> Of(FileReport report)
    {
        if (report.IsSound) yield break;
        yield return "fetch the file anew from where it came, if it is whole there";
        if (report.IsRecovered)
        {
            if (report.Objects == 0) yield break;
            yield return $"ristretto ls {report.Path} --recover lists what was found; show and summary have --recover too";
            yield break;
        }
        foreach (var table in report.Tables.Where(table => table.Damaged.Count > 0))
        {
            var format = table.ClassName == "ROOT::RNTuple" ? "rntuple" : "ttree";
            var runs = table.WholeEntries();
            if (runs.Count > 0)
            {
                var (first, end) = runs.MaxBy(run => run.End - run.First);
                var others = runs.Count > 1 ? $" (the longest of {runs.Count} such runs)" : "";
                yield return $"ristretto convert {report.Path}:{table.Path} saved.root --to {format} --entries {first}:{end} saves the entries of which every column can be read{others}";
            }
            if (table.Damaged.Count < table.Columns)
                yield return $"ristretto convert {report.Path}:{table.Path} saved.root --to {format} --columns NAMES saves all entries of the columns that are whole";
        }
    }

    /// <summary>What of a tree or an RNTuple can be read: the number of whole columns, and what the others lack.</summary>
    /// <param name="table">The tree or RNTuple.</param>
    /// <param name="most">Most columns that are named.</param>
    internal static string Readable(CheckedTable table, int most)
    {
        var (noun, part) = table.ClassName == "ROOT::RNTuple" ? ("columns", "pages") : ("branches", "baskets");
        if (table.Damaged.Count == 0) return $"{table.Path}: all {table.Columns} {noun} whole";
        var lacks = table.Damaged.Take(most).Select(column => $"{column.Name} lacks {Lacking(column, table.Entries)}{(column.DamagedParts > 0 ? $" ({column.DamagedParts} of {column.Parts} {part})" : "")}");
        var more = table.Damaged.Count > most ? $"; and {table.Damaged.Count - most} more" : "";
        return $"{table.Path}: {table.Columns - table.Damaged.Count} of {table.Columns} {noun} whole; {string.Join("; ", lacks)}{more}";
    }

    private static string Lacking(DamagedColumn column, long entries)
    {
        const int most = 4;
        if (column.Missing is [{ First: 0 } only] && only.End >= entries) return "all entries";
        return column.Missing.Count == 0 ? "nothing" : string.Join(", ", column.Missing.Take(most)) + (column.Missing.Count > most ? $" and {column.Missing.Count - most} more runs" : "");
    }
}
