using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.NTuples;
using Ristretto.Bytes.Trees;
using Ristretto.Cli.Targets;

namespace Ristretto.Cli.Schemas;

/// <summary>The columns of a tree or an RNTuple that events can be made of, and those that cannot.</summary>
/// <param name="Columns">Numbers, and lists of numbers with a counter.</param>
/// <param name="Others">The rest: name and type.</param>
internal sealed record StoredColumns(IReadOnlyList<StoredColumn> Columns, IReadOnlyList<(string Name, string Type)> Others)
{
    /// <summary>Reads what a file says of a tree or an RNTuple.</summary>
    /// <exception cref="SchemaException">There is none of that name; names the nearest.</exception>
    internal static StoredColumns Of(RootFile file, string table) =>
        file.Find(table) is { } key && RootFile.IsNTuple(key) ? Of(file.GetNTuple(table)) : Of(file.GetTree(table));

    private static StoredColumns Of(Tree tree)
    {
        var (columns, others) = (new List<StoredColumn>(), new List<(string, string)>());
        var own = tree.Branches.Where(branch => branch.Counter?.Name == $"n{branch.Name}" && CounterOf(tree, branch) != branch.Counter.Name).Select(branch => branch.Counter!).ToHashSet();
        foreach (var branch in tree.Branches.Where(branch => !own.Contains(branch)))
        {
            if (branch.FixedLength == 1 && TypeOf(branch.LeafType) is { } type) columns.Add(new StoredColumn(branch.Name, type, CounterOf(tree, branch), Words(branch.Name, branch.Title)));
            else others.Add((branch.Name, TypeText(branch)));
        }
        var plain = tree.Branches.Select(branch => branch.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var field in tree.Fields.Where(field => !plain.Contains(field.Name))) others.AddRange(field.Columns.Select(column => (column.Name, column.Type)));
        others.AddRange(tree.Unread.Select(unread => (unread.Name, unread.Reason)));
        return new StoredColumns(columns, others);
    }

    private static StoredColumns Of(NTuple ntuple)
    {
        var (columns, others) = (new List<StoredColumn>(), new List<(string, string)>());
        // A part of a collection is also shown under its NanoAOD name, Jet.pt as Jet_pt.
        foreach (var column in ntuple.Columns.Where(column => !column.Name.Contains('.', StringComparison.Ordinal) && !column.Name.StartsWith('_')))
        {
            var isPlain = column.ListDepth <= 1 && column.Levels.All(level => level.IsList);
            if (isPlain && column.IsCardinality) columns.Add(new StoredColumn(column.Name, "uint", null, ""));
            else if (isPlain && TypeOf(column.LeafType) is { } type) columns.Add(new StoredColumn(column.Name, type, column.ListDepth == 0 ? null : CounterOf(column), Words(column.Name, column.Field.Record.Description)));
            else others.Add((column.Name, ColumnType.Of(column)));
        }
        others.AddRange(ntuple.Unread.Select(unread => (unread.Name, unread.Reason)));
        return new StoredColumns(columns, others);
    }

    // ROOT's files have one counter for the lists of all objects, nJet; other writers give each branch one, nJet_pt, and store nJet besides.
    private static string? CounterOf(Tree tree, Branch branch)
    {
        if (branch.Counter is not { } counter) return null;
        var shared = $"n{branch.Name.Split('_')[0]}";
        return counter.Name == $"n{branch.Name}" && tree.TryGetBranch(shared, out _) ? shared : counter.Name;
    }

    private static string TypeText(Branch branch)
    {
        var type = $"{LeafTypes.NameOf(branch.LeafType)}{string.Concat(branch.Leaf.Dimensions.Select(length => $"[{length}]"))}";
        return branch.Counter is null ? type : $"list<{type}>";
    }

    private static string CounterOf(NTupleColumn column) => $"n{(column.Name.IndexOf('_', StringComparison.Ordinal) is > 0 and var at ? column.Name[..at] : column.Name)}";

    private static string? TypeOf(LeafType type) => type switch
    {
        LeafType.Bool => "bool",
        LeafType.UInt8 => "byte",
        LeafType.Int8 or LeafType.Int16 or LeafType.UInt16 or LeafType.Int32 => "int",
        LeafType.UInt32 => "uint",
        LeafType.Int64 => "long",
        LeafType.UInt64 => "ulong",
        LeafType.Float => "float",
        LeafType.Double => "double",
        _ => null,
    };

    // Where nobody gave a title, ROOT writes a leaf list such as Jet_pt[nJet]/F.
    private static string Words(string name, string title)
    {
        var isLeafList = title.LastIndexOf('/') == title.Length - 2 && name.EndsWith(title[..title.IndexOfAny(['[', '/'])], StringComparison.Ordinal);
        return isLeafList || title == name ? "" : string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" #", " no. ", StringComparison.Ordinal);
    }
}
