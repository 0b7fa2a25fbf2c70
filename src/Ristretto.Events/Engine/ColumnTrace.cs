using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Trees;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;

namespace Ristretto.Events.Engine;

/// <summary>Hands out empty columns and notes which were asked for: the analysis is run over no events to learn what it will read.</summary>
internal sealed class ColumnTrace(Tree tree) : BatchSource
{
    private readonly List<string> _used = [];
    private readonly List<(string Branch, string Versions)> _missing = [];

    /// <summary>The branches that were asked for, in the order of the first request.</summary>
    internal IReadOnlyList<string> Used => _used;

    public override Workspace Workspace { get; } = new();

    public override int Length => 0;

    public override string Path => tree.File.Path;

    public override bool Has(string branch) => tree.TryGetBranch(branch, out _);

    public override IEnumerable<string> NamesStartingWith(string prefix) =>
        tree.Branches.Select(branch => branch.Name).Where(name => name.StartsWith(prefix, StringComparison.Ordinal));

    internal override Lists ReadLists(string counter)
    {
        Note(counter, "");
        return Lists.FromCounts([], Workspace);
    }

    internal override ColumnBuffer<byte> Read(ColumnDefinition column, in Lists lists)
    {
        Note(column.Branch, column.Versions);
        return ColumnBuffer<byte>.Allocate(Workspace, 0);
    }

    /// <summary>Notes a branch that is needed although the dry run did not come across it.</summary>
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
        var names = tree.Branches.Select(branch => branch.Name).ToArray();
        throw new SchemaException(Path, $"{tree.Path} has no branch " + string.Join("; no branch ", _missing.Select(missing =>
            missing.Branch + (missing.Versions is "" or "v9 v12" ? "" : $" (a column of NanoAOD {missing.Versions})") + NearestNames.Hint(missing.Branch, names))));
    }
}
