using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Trees;
using Ristretto.Bytes.Trees.Fields;

namespace Ristretto.Cli.Schemas;

/// <summary>The columns of a tree: its plain branches, and what is in the others.</summary>
internal static class TreeColumnsOf
{
    /// <summary>Reads what the tree says, and the lengths of lists in its first events.</summary>
    internal static StoredColumns Read(Tree tree)
    {
        var (columns, others) = (new List<StoredColumn>(), new List<(string, string)>());
        var own = tree.Branches.Where(branch => branch.Counter?.Name == $"n{branch.Name}" && CounterOf(tree, branch) != branch.Counter.Name).Select(branch => branch.Counter!).ToHashSet();
        foreach (var branch in tree.Branches.Where(branch => !own.Contains(branch)))
        {
            var levels = (branch.Counter is null ? 0 : 1) + (branch.FixedLength > 1 ? 1 : 0);
            if (StoredColumns.Refusal(branch.Name, TypeText(branch), branch.LeafType, levels, isRegular: true) is { } reason) others.Add((branch.Name, reason));
            else columns.Add(new StoredColumn(branch.Name, StoredColumns.TypeOf(branch.LeafType)!, CounterOf(tree, branch), Words(branch)) { Levels = levels });
        }
        AddFields(tree, columns, others);
        others.AddRange(tree.Unread.Select(unread => (unread.Name, unread.Reason)));
        return new StoredColumns(columns, others);
    }

    private static void AddFields(Tree tree, List<StoredColumn> columns, List<(string, string)> others)
    {
        if (tree.IsPlain) return;
        var taken = columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var entries = (int)Math.Min(StoredColumns.Sample, tree.Entries);
        using var context = new DecodeContext();
        foreach (var field in tree.Fields.Where(field => field.Branch is null))
        {
            using var reader = field.Open(context);
            reader.Read(0, entries);
            for (var i = 0; i < field.Columns.Count; i++)
            {
                var column = field.Columns[i];
                var levels = column.ListLevels + (column.FixedLength > 1 ? 1 : 0);
                if (StoredColumns.Refusal(column.Name, column.Type, column.LeafType, levels, !column.IsArrayOfLists) is { } reason)
                {
                    others.Add((column.Name, reason));
                    continue;
                }
                // Muons/Muons.energy is called Muons.energy, unless something else is.
                var shorter = column.Name[(column.Name.LastIndexOf('/') + 1)..];
                var name = taken.Add(shorter) ? shorter : column.Name;
                var lengths = column.ListLevels == 0 ? null : StoredColumns.LengthsOf(reader.Lengths(i, 0));
                columns.Add(new StoredColumn(name, StoredColumns.TypeOf(column.LeafType)!, null, Words(field, column)) { Levels = levels, Lengths = lengths });
            }
        }
    }

    // ROOT's files have one counter for the lists of all objects, nJet; other writers give each branch one, nJet_pt, and store nJet besides.
    private static string? CounterOf(Tree tree, Branch branch)
    {
        if (branch.Counter is not { } counter) return null;
        var shared = $"n{branch.Name.Split('_')[0]}";
        return counter.Name == $"n{branch.Name}" && tree.TryGetBranch(shared, out _) ? shared : counter.Name;
    }

    private static string Words(Branch branch) => Joined(StoredColumns.Words(branch.Name, branch.Title), branch.FixedLength);

    // Titles such as energy[Muons_] or D16/f[0,0,16] say no more than the name.
    private static string Words(TreeField field, FieldColumn column)
    {
        var title = field.Title;
        var isName = field.Columns.Count > 1 || title.EndsWith("_]", StringComparison.Ordinal) || $".{column.Name.Split('[')[0]}".EndsWith($".{title.Split('[', '/')[0]}", StringComparison.Ordinal)
            || column.Name.Split('[')[0].EndsWith($"/{title.Split('[', '/')[0]}", StringComparison.Ordinal);
        return Joined(isName ? "" : StoredColumns.Words(column.Name, title), column.FixedLength);
    }

    private static string Joined(string words, int length) => length == 1 ? words : words.Length == 0 ? $"{length} values" : $"{words}, {length} values";

    private static string TypeText(Branch branch)
    {
        var type = $"{LeafTypes.NameOf(branch.LeafType)}{string.Concat(branch.Leaf.Dimensions.Select(length => $"[{length}]"))}";
        return branch.Counter is null ? type : $"list<{type}>";
    }
}
