using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Trees;
using Ristretto.Bytes.Trees.Fields;

namespace Ristretto.Events.Engine.Tables;

/// <summary>The columns of those branches of a tree that hold more than plain numbers: vectors, members of objects. A column is found by its full name
/// and by the part behind the last <c>/</c>: <c>Muons/Muons.momentum.x</c> is <c>Muons.momentum.x</c> too.</summary>
internal sealed class TreeFieldColumns
{
    private readonly Dictionary<string, TreeFieldColumn> _columns = new(StringComparer.Ordinal);

    internal TreeFieldColumns(Tree tree)
    {
        if (tree.IsPlain) return;
        foreach (var field in tree.Fields)
        {
            if (field.Branch is not null) continue;
            for (var i = 0; i < field.Columns.Count; i++) _columns.TryAdd(field.Columns[i].Name, new TreeFieldColumn(field.Columns[i].Name, field, i));
        }
        foreach (var (name, column) in _columns.ToArray())
        {
            var shorter = ShortName(name);
            _columns.TryAdd(shorter, column with { Name = shorter });
        }
    }

    /// <summary>Names of all columns.</summary>
    internal IEnumerable<string> Names => _columns.Keys;

    /// <summary>The column of that name; null when there is none.</summary>
    internal TreeFieldColumn? Find(string name) => _columns.GetValueOrDefault(name);

    /// <summary>The part of a name behind the last <c>/</c>.</summary>
    private static string ShortName(string name) => name[(name.LastIndexOf('/') + 1)..];
}

/// <summary>A column of a field of a tree.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Field">The field.</param>
/// <param name="Index">Which of its columns.</param>
internal sealed record TreeFieldColumn(string Name, TreeField Field, int Index)
    : EventColumn(Name, Field.Columns[Index].LeafType, Field.Columns[Index].ListLevels + (Field.Columns[Index].FixedLength > 1 ? 1 : 0))
{
    internal FieldColumn Stored => Field.Columns[Index];

    internal override long CompressedBytes => Field.CompressedBytes;

    internal override long UncompressedBytes => Field.UncompressedBytes;

    internal override long LargestPiece => 2 * (Field.CompressedBytes + Field.UncompressedBytes) / Math.Max(1, Field.BasketCount);

    /// <summary>Throws when events cannot have such a column.</summary>
    /// <exception cref="SchemaException">It holds strings, or lists in more lists than two.</exception>
    internal void RequireReadable()
    {
        if (Levels > MostLevels || Stored.IsArrayOfLists || LeafType == LeafType.String)
            throw new SchemaException(Field.Tree.File.Path, $"{Name} holds {Stored.Type} per event, where numbers, lists of numbers or lists of these are expected");
    }
}
