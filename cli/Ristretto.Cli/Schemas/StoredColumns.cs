using Ristretto.Bytes.Files;
using Ristretto.Bytes.Trees;

namespace Ristretto.Cli.Schemas;

/// <summary>The columns of a tree or an RNTuple that events can be made of, and those that cannot.</summary>
/// <param name="Columns">Numbers, lists of numbers, and lists of lists.</param>
/// <param name="Others">The rest: name and why.</param>
internal sealed record StoredColumns(IReadOnlyList<StoredColumn> Columns, IReadOnlyList<(string Name, string Reason)> Others)
{
    /// <summary>Events whose lists are looked at to see which have the same lengths.</summary>
    internal const int Sample = 200;

    /// <summary>Reads what a file says of a tree or an RNTuple.</summary>
    /// <exception cref="Ristretto.Bytes.Errors.SchemaException">There is none of that name; names the nearest.</exception>
    internal static StoredColumns Of(RootFile file, string table) =>
        file.Find(table) is { } key && RootFile.IsNTuple(key) ? NTupleColumnsOf.Read(file.GetNTuple(table)) : TreeColumnsOf.Read(file.GetTree(table));

    /// <summary>The schema's word for a type; null for one that columns do not have.</summary>
    internal static string? TypeOf(LeafType type) => type switch
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

    /// <summary>Why a column cannot be declared; null when it can.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">Its type in words.</param>
    /// <param name="leaf">Type of a value.</param>
    /// <param name="levels">Lists around a value, arrays of a fixed length among them.</param>
    /// <param name="isRegular">Whether arrays are inside of lists only.</param>
    internal static string? Refusal(string name, string type, LeafType leaf, int levels, bool isRegular)
    {
        if (leaf == LeafType.String) return $"{type}: there are no columns of strings";
        if (TypeOf(leaf) is null) return $"{type}: there are no columns of this type";
        if (levels > 2) return $"{type}: columns have two levels of lists at most";
        if (!isRegular) return $"{type}: columns have no lists in arrays";
        return name.Any(char.IsWhiteSpace) || name.Contains('=', StringComparison.Ordinal) ? $"{type}: a schema cannot write this name" : null;
    }

    /// <summary>What lists of these lengths have in common.</summary>
    internal static string LengthsOf(ReadOnlySpan<long> lengths) => string.Join(' ', lengths.ToArray());

    /// <summary>What a title says. Where nobody gave one, ROOT writes a leaf list such as <c>Jet_pt[nJet]/F</c>.</summary>
    internal static string Words(string name, string title)
    {
        var isLeafList = title.LastIndexOf('/') is > 0 and var slash && slash == title.Length - 2 && name.EndsWith(title[..title.IndexOfAny(['[', '/'])], StringComparison.Ordinal);
        return isLeafList || title == name ? "" : string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" #", " no. ", StringComparison.Ordinal);
    }
}
