using System.Text.Json;

namespace Ristretto.EndToEnd.Cli;

/// <summary>A file converted to a tree or an ntuple and from there to a tree: the same values as before, but for what <c>convert</c> says that it leaves out.</summary>
internal static class ConvertRoundTrip
{
    /// <summary>Converts and compares; returns how many columns were compared, there and back together.</summary>
    internal static int RequireSame(string input, string folder, string to, string codec, out int columns)
    {
        var (there, back) = (Path.Combine(folder, "there.root"), Path.Combine(folder, "back.root"));
        foreach (var old in (string[])[there, back]) File.Delete(old);
        var output = CliRun.Of("convert", input, there, "--to", to, "--codec", codec).Succeeded().Output;
        var outputBack = CliRun.Of("convert", there, back, "--to", "ttree").Succeeded().Output;

        var (leftThere, leftBack) = (LeftOut(output), LeftOut(outputBack));
        var before = Columns(input);
        columns = before.Count;
        var compared = 0;
        foreach (var (after, leftOut) in ((Dictionary<string, JsonElement>, HashSet<string>)[])[(Columns(there), leftThere), (Columns(back), [.. leftThere, .. leftBack])])
            foreach (var (column, want) in before)
            {
                var inside = column[(column.IndexOf(':', StringComparison.Ordinal) + 1)..];
                var last = inside[(inside.LastIndexOf('/') + 1)..];
                if (leftOut.Any(name => IsPart(inside, name) || IsPart(last, name) || IsPart(Written(last), name) || IsPart(Written(inside), name))) continue;
                // A member of a collection that is shown as a list of its own is compared there.
                if (inside.Contains('.', StringComparison.Ordinal) && IsShown(before, column, want)) continue;
                var have = Find(after, column) ?? throw new Xunit.Sdk.XunitException($"{column} is neither there nor left out; there are {string.Join(", ", after.Keys.Take(30))}");
                // Counters become numbers of 32 bits.
                var isSameType = Text(want, "type") == Text(have, "type");
                foreach (var field in isSameType ? (string[])["n", "crc32", "lists"] : ["n", "sum"])
                    Assert.True(Text(want, field) == Text(have, field), $"{column}: {field} {Text(want, field)} before, {Text(have, field)} after");
                compared++;
            }
        return compared;
    }

    private static HashSet<string> LeftOut(string output) =>
        output.Split('\n').Where(line => line.StartsWith("  left out: ", StringComparison.Ordinal)).Select(line => line.Split(": ")[1]).ToHashSet(StringComparer.Ordinal);

    /// <summary>The columns of all trees and ntuples, by <c>tree:column</c>.</summary>
    internal static Dictionary<string, JsonElement> Columns(string path) =>
        CliRun.Of("summary", path, "--json").Succeeded().Json().GetProperty("objects").EnumerateArray()
            .Where(item => item.TryGetProperty("columns", out _))
            .GroupBy(item => item.GetProperty("path").GetString()!).Select(cycles => cycles.Last())
            .SelectMany(item => item.GetProperty("columns").EnumerateArray().Select(column => ($"{item.GetProperty("path").GetString()}:{column.GetProperty("name").GetString()}", column)))
            .ToDictionary();

    // A branch inside another loses the path before its name; in an ntuple dots of names are underscores.
    private static JsonElement? Find(Dictionary<string, JsonElement> columns, string name)
    {
        if (columns.TryGetValue(name, out var found)) return found;
        var at = name.IndexOf(':', StringComparison.Ordinal) + 1;
        var inside = System.Text.RegularExpressions.Regex.Replace(name[at..], @"(\[\w+\])+$", "");
        foreach (var shown in (string[])[inside.Replace('/', '_'), inside[(inside.LastIndexOf('/') + 1)..]])
            foreach (var written in (string[])[shown, Written(shown)])
                if (columns.TryGetValue(name[..at] + written, out found)) return found;
        return null;
    }

    private static string Written(string name) => name.Replace('.', '_').Replace('/', '_').Replace(' ', '_');

    private static bool IsShown(Dictionary<string, JsonElement> columns, string member, JsonElement values) =>
        ((string[])[member.Replace('.', '_'), $"{member[..(member.IndexOf(':', StringComparison.Ordinal) + 1)]}{member[(member.LastIndexOf('.') + 1)..]}"])
            .Any(name => columns.TryGetValue(name, out var shown) && Text(shown, "crc32") == Text(values, "crc32") && Text(shown, "lists") == Text(values, "lists"));

    // What is left out is a branch; its columns are named after it.
    private static bool IsPart(string column, string branch) =>
        column.StartsWith(branch, StringComparison.Ordinal) && (column.Length == branch.Length || column[branch.Length] is '.' or '/' or '_' or '[' || branch[^1] == '.');

    private static string Text(JsonElement column, string field) => column.TryGetProperty(field, out var value) ? value.GetRawText() : "";
}
