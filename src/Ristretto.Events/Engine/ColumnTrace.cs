using Ristretto.Bytes.Errors;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;
using Ristretto.Events.Engine.Tables;

namespace Ristretto.Events.Engine;

/// <summary>Hands out empty columns and notes which were asked for: the analysis is run over no events to learn what it will read.</summary>
internal sealed class ColumnTrace(EventTable table, SampleInfo sample) : TableSource(table, sample)
{
    private readonly List<string> _used = [];
    private readonly List<(string Branch, string Versions)> _missing = [];
    private readonly HashSet<string> _counters = new(StringComparer.Ordinal);

    /// <summary>The branches that were asked for, in the order of the first request.</summary>
    internal IReadOnlyList<string> Used => _used;

    public override Workspace Workspace { get; } = new();

    public override int Length => 0;

    internal override Lists ReadLists(string counter)
    {
        _counters.Add(counter);
        Note(counter, "");
        return Lists.FromCounts([], Workspace);
    }

    internal override Lists ReadInnerLists(ColumnDefinition column, in Lists lists)
    {
        Note(column.Branch, column.Versions);
        return Lists.FromCounts([], Workspace);
    }

    internal override ColumnBuffer<byte> Read(ColumnDefinition column, in Lists lists)
    {
        Note(column.Branch, column.Versions);
        return ColumnBuffer<byte>.Allocate(Workspace, 0);
    }

    /// <summary>Notes a branch that will be read although the dry run did not come across it.</summary>
    internal void Need(string branch, IReadOnlyList<ColumnDefinition> columns)
    {
        if (columns.Any(column => column.Counter == branch)) _counters.Add(branch);
        Note(branch, columns.FirstOrDefault(column => column.Branch == branch)?.Versions ?? "");
    }

    /// <summary>Notes a branch.</summary>
    internal void Note(string branch, string versions)
    {
        if (_used.Contains(branch) || _missing.Any(known => known.Branch == branch)) return;
        if (Has(branch)) _used.Add(branch);
        else _missing.Add((branch, versions));
    }

    /// <summary>Throws when something was asked for that the file does not have.</summary>
    /// <exception cref="SchemaException">Names each missing branch and the nearest that are there.</exception>
    internal void ThrowIfMissing()
    {
        if (_missing.Count == 0) return;
        // A counter is only asked for to read what it counts; where that is missing as well it need not be named.
        var missing = _missing.Any(branch => !_counters.Contains(branch.Branch)) ? _missing.Where(branch => !_counters.Contains(branch.Branch)) : _missing;
        var names = Table.Names.ToArray();
        throw new SchemaException(Path, $"{Table.Path} has no {Table.Noun} " + string.Join($"; no {Table.Noun} ", missing.Select(branch =>
            branch.Branch + (branch.Versions is "" or "v9 v12" ? "" : $" (a column of NanoAOD {branch.Versions})") + NearestNames.Hint(branch.Branch, names))));
    }
}
