using Ristretto.Cli.Targets;

namespace Ristretto.Cli.Comparisons;

/// <summary>Compares two trees or RNTuples: columns, types, entries, values.</summary>
internal sealed class TableComparison(string path, ComparedTable left, ComparedTable right, DiffSettings settings, DiffResult result, CancellationToken cancellation)
{
    // Blocks grow while entries turn out to be small, up to so many entries or bytes.
    private const int FirstBlock = 256, MostEntries = 1 << 14;
    private const long MostBytes = 8 << 20;

    private readonly bool _isSameFormat = left.IsNTuple == right.IsNTuple;

    internal void Run()
    {
        if (left.Title != right.Title && settings.Columns is null && _isSameFormat) result.Add(path, "member", $"title: \"{left.Title}\" against \"{right.Title}\"");
        if (left.Entries != right.Entries) result.Add(path, "entries", $"{left.Entries} entries against {right.Entries}{(settings.StructureOnly ? "" : $"; the first {Math.Min(left.Entries, right.Entries)} are compared")}");
        var pairs = Pairs();
        result.Columns += pairs.Count;
        result.Entries += Math.Min(left.Entries, right.Entries);
        if (settings.StructureOnly) return;
        // What is read together is compared together.
        foreach (var together in pairs.GroupBy(pair => pair.Left.Owner)) CompareValues([.. together]);
    }

    private List<(ComparedColumn Left, ComparedColumn Right)> Pairs()
    {
        var (only, skip) = (new NamePattern(settings.Columns), settings.Skip is null ? null : new NamePattern(settings.Skip));
        bool IsWanted(string name) => only.Selects(name) && skip?.Selects(name) != true;
        var others = right.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        var pairs = new List<(ComparedColumn, ComparedColumn)>();
        var unread = left.Unread.Concat(right.Unread).GroupBy(column => column.Name).ToDictionary(group => group.Key, group => group.First().Reason, StringComparer.Ordinal);
        foreach (var column in left.Columns.Where(column => IsWanted(column.Name)))
        {
            if (!others.Remove(column.Name, out var other)) Lacks(column, "second", unread);
            else if (IsComparable(column, other)) pairs.Add((column, other));
        }
        foreach (var column in right.Columns.Where(column => others.ContainsKey(column.Name) && IsWanted(column.Name))) Lacks(column, "first", unread);
        var (mine, theirs) = (left.Unread.Select(column => column.Name).ToHashSet(StringComparer.Ordinal), right.Unread.Select(column => column.Name).ToHashSet(StringComparer.Ordinal));
        foreach (var (name, reason) in unread.Where(column => IsWanted(column.Key)))
        {
            if (mine.Contains(name) && theirs.Contains(name)) result.NotCompared.Add(($"{path}/{name}", reason));
        }
        return pairs;
    }

    private void Lacks(ComparedColumn column, string side, Dictionary<string, string> unread)
    {
        // Lists of the other format have their lengths elsewhere, which are compared with the lists.
        if (!_isSameFormat && column.IsCounter) return;
        if (unread.TryGetValue(column.Name, out var reason)) result.NotCompared.Add(($"{path}/{column.Name}", $"in the {side} file it cannot be read: {reason}"));
        else result.Add($"{path}/{column.Name}", "column", $"{column.Type}, is missing in the {side} file");
    }

    private bool IsComparable(ComparedColumn column, ComparedColumn other)
    {
        var isSame = column.Type == other.Type || (!_isSameFormat && column.LeafType == other.LeafType && column.Levels == other.Levels)
            || (!_isSameFormat && (column.IsCounter || other.IsCounter));
        if (!isSame) result.Add($"{path}/{column.Name}", "type", $"{column.Type} against {other.Type}");
        return column.Levels == other.Levels && ColumnValue.Compare(column.LeafType, other.LeafType);
    }

    private void CompareValues(IReadOnlyList<(ComparedColumn Left, ComparedColumn Right)> pairs)
    {
        var comparisons = pairs.Select(pair => new ColumnComparison(pair.Left, pair.Right, settings)).ToArray();
        try
        {
            var (end, block) = (Math.Min(left.Entries, right.Entries), FirstBlock);
            for (var first = 0L; first < end;)
            {
                cancellation.ThrowIfCancellationRequested();
                var entries = (int)Math.Min(block, end - first);
                var bytes = comparisons.Max(comparison => comparison.Compare(first, entries));
                first += entries;
                if (bytes < MostBytes / 4) block = Math.Min(4 * block, MostEntries);
                else if (bytes > MostBytes) block = Math.Max(1, block / 4);
            }
            for (var i = 0; i < comparisons.Length; i++)
                if (comparisons[i].ToDifference($"{path}/{pairs[i].Left.Name}") is { } difference) result.Differences.Add(difference);
        }
        finally
        {
            foreach (var comparison in comparisons) comparison.Dispose();
        }
    }
}
