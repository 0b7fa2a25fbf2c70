using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Trees;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;
using Ristretto.Events.Engine.Tables;

namespace Ristretto.Events.Engine.Friends;

/// <summary>Finds the entry of friends that has a key, of up to three integers. Takes about 50 bytes for each entry.</summary>
internal sealed class EntryIndex
{
    /// <summary>Most columns that a key is made of.</summary>
    internal const int MostColumns = 3;

    private const int Tile = 8192;

    private readonly Dictionary<(long, long, long), long> _entries;

    private EntryIndex(int capacity) => _entries = new Dictionary<(long, long, long), long>(capacity);

    /// <summary>The entry, among those of all files; -1 when there is none.</summary>
    internal long Find((long, long, long) key) => _entries.TryGetValue(key, out var entry) ? entry : -1;

    /// <summary>Reads the keys of all entries.</summary>
    /// <exception cref="SchemaException">A column is missing or no integer, or two entries have the same key.</exception>
    internal static EntryIndex Read(FriendFiles files, IReadOnlyList<string> columns)
    {
        var index = new EntryIndex(checked((int)files.Entries));
        using var context = new DecodeContext();
        var workspace = new Workspace();
        for (var i = 0; i < files.Files.Count; i++)
        {
            var (file, table) = files.Open(i);
            using (file)
            {
                RequireIntegers(table, columns);
                using var reader = FriendFiles.Reader(table, files.Files[i], columns, context, workspace);
                ColumnDefinition[] definitions = [.. columns.Select(name => new ColumnDefinition(name, TypeOf(table.Get(name)), null, ""))];
                for (var first = 0L; first < table.Entries; first += Tile)
                {
                    var length = (int)Math.Min(Tile, table.Entries - first);
                    if (first % (64 * Tile) == 0) reader.Fetch(first, Math.Min(table.Entries, first + 64 * Tile));
                    reader.MoveTo(first, length);
                    index.Add(files, columns, [.. definitions.Select(definition => (definition.Type, reader.Read(definition, default)))], files.Files[i].FirstPosition + first, length);
                }
            }
        }
        workspace.Release();
        return index;
    }

    /// <summary>The keys of some events, of columns as they were read.</summary>
    internal static (long, long, long) KeyAt(ReadOnlySpan<(ElementType Type, ColumnBuffer<byte> Values)> columns, int at)
    {
        var second = columns.Length > 1 ? ValueAt(columns[1], at) : 0;
        return (ValueAt(columns[0], at), second, columns.Length > 2 ? ValueAt(columns[2], at) : 0);
    }

    /// <summary>A key in words: <c>run 1, event 17</c>.</summary>
    internal static string Describe(IReadOnlyList<string> columns, (long, long, long) key)
    {
        long[] values = [key.Item1, key.Item2, key.Item3];
        return string.Join(", ", columns.Select((name, i) => $"{name} {values[i]}"));
    }

    /// <summary>Whether a column of that type can be part of a key.</summary>
    internal static bool IsInteger(ElementType type) => type is not (ElementType.Single or ElementType.Double);

    private static long ValueAt((ElementType Type, ColumnBuffer<byte> Values) column, int at) => column.Type switch
    {
        ElementType.Bool or ElementType.UInt8 => column.Values.At<byte>(at),
        ElementType.Int32 => column.Values.At<int>(at),
        ElementType.UInt32 => column.Values.At<uint>(at),
        _ => column.Values.At<long>(at),
    };

    private static ElementType TypeOf(EventColumn column) => column.LeafType switch
    {
        LeafType.Bool or LeafType.UInt8 => ElementType.UInt8,
        LeafType.Int8 or LeafType.Int16 or LeafType.UInt16 or LeafType.Int32 => ElementType.Int32,
        LeafType.UInt32 => ElementType.UInt32,
        LeafType.UInt64 => ElementType.UInt64,
        _ => ElementType.Int64,
    };

    private static void RequireIntegers(EventTable table, IReadOnlyList<string> columns)
    {
        foreach (var name in columns)
            if (table.Get(name) is { IsList: true } or { LeafType: LeafType.Float or LeafType.Double or LeafType.String })
                throw new SchemaException(table.File, $"{table.Path}: {name} is no integer of each event, and cannot be part of an index");
    }

    private void Add(FriendFiles files, IReadOnlyList<string> names, (ElementType, ColumnBuffer<byte>)[] columns, long first, int length)
    {
        for (var i = 0; i < length; i++)
        {
            var key = KeyAt(columns, i);
            if (_entries.TryAdd(key, first + i)) continue;
            var (one, other) = (files.Locate(_entries[key]), files.Locate(first + i));
            throw new SchemaException(files.Files[other.File].Path,
                $"{files.Files[other.File].Tree}: {Describe(names, key)} stands in entry {other.Entry} and in entry {one.Entry} of {files.Files[one.File].Path}; add a column to the index, or remove one of them");
        }
    }
}
