using System.Text.Json;

namespace Ristretto.Conformance.Bytes.Trees;

/// <summary>The trees of one file as other programs read them.</summary>
internal sealed record ExpectedSummary(IReadOnlyList<ExpectedTree> Trees)
{
    /// <summary>Reads a summary.</summary>
    internal static ExpectedSummary Load(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return new ExpectedSummary([.. document.RootElement.GetProperty("objects").EnumerateArray()
            .Where(item => item.TryGetProperty("columns", out _) && item.GetProperty("class").GetString()!.StartsWith("TT", StringComparison.Ordinal)
                || item.GetProperty("class").GetString()!.StartsWith("TNtuple", StringComparison.Ordinal))
            .Select(item => new ExpectedTree(item.GetProperty("path").GetString()!, item.GetProperty("cycle").GetInt32(), item.GetProperty("entries").GetInt64(),
                [.. item.GetProperty("columns").EnumerateArray().Select(Column)]))]);
    }

    private static ExpectedColumn Column(JsonElement column) => new(column.GetProperty("name").GetString()!,
        new ColumnDigest(column.GetProperty("type").GetString()!, column.GetProperty("n").GetInt64(), column.GetProperty("crc32").GetString()!,
            column.TryGetProperty("lists", out var lists) && lists.GetArrayLength() == 1 ? lists[0].GetString() : null));
}

/// <summary>One tree.</summary>
internal sealed record ExpectedTree(string Path, int Cycle, long Entries, IReadOnlyList<ExpectedColumn> Columns);

/// <summary>One column.</summary>
internal sealed record ExpectedColumn(string Name, ColumnDigest Digest);
