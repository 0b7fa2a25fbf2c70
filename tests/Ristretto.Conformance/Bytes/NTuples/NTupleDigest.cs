using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text.Json;
using Ristretto.Bytes.NTuples;
using Ristretto.Bytes.Trees;

namespace Ristretto.Conformance.Bytes.NTuples;

/// <summary>Type, number of values and checksums of a column as the expected summaries define them.</summary>
internal sealed record NTupleDigest(string Type, long Count, string Crc32, string Lists)
{
    /// <summary>What another program found.</summary>
    internal static NTupleDigest Of(JsonElement column) => new(column.GetProperty("type").GetString()!, column.GetProperty("n").GetInt64(), column.GetProperty("crc32").GetString()!,
        column.TryGetProperty("lists", out var lists) ? string.Join(',', lists.EnumerateArray().Select(list => list.GetString())) : "");

    /// <summary>Reads a whole column in steps of <paramref name="step"/> entries.</summary>
    internal static NTupleDigest Of(NTupleReader owner, NTupleColumn column, int step, long mostEntries = long.MaxValue)
    {
        var reader = owner[column];
        var (crc, lists, values) = (new Crc32(), column.Levels.Where(level => level.IsList).Select(_ => new Crc32()).ToArray(), 0L);
        var entries = Math.Min(column.NTuple.Entries, mostEntries);
        for (var first = 0L; first < entries; first += step)
        {
            var count = (int)Math.Min(step, entries - first);
            for (var level = 0; level < lists.Length; level++)
            {
                var lengths = new int[reader.Count(level, first, count)];
                reader.ReadLengths(level, first, count, lengths);
                Append(lists[level], lengths);
            }
            var stored = new byte[reader.ValueBytes(first, count)];
            reader.ReadValues(first, count, stored);
            var here = reader.Count(lists.Length, first, count);
            values += here;
            if (column.LeafType == LeafType.String) AppendStrings(crc, reader, first, count, stored);
            else
            {
                Assert.Equal(here * column.ElementSize, stored.Length);
                crc.Append(stored);
            }
        }
        return new NTupleDigest(TypeOf(column), values, Text(crc), string.Join(',', lists.Select(Text)));
    }

    /// <summary>The type as the summaries write it.</summary>
    internal static string TypeOf(NTupleColumn column)
    {
        var (type, dimensions) = (LeafTypes.NameOf(column.LeafType), "");
        foreach (var level in column.Levels.Reverse())
        {
            if (!level.IsList)
            {
                dimensions = $"[{level.FixedLength}]{dimensions}";
                continue;
            }
            (type, dimensions) = ($"list<{type}{dimensions}>", "");
        }
        return type + dimensions;
    }

    private static void AppendStrings(Crc32 crc, NTupleColumnReader reader, long first, int count, byte[] characters)
    {
        var lengths = new int[reader.Count(reader.Column.ListDepth, first, count)];
        reader.ReadLengths(first, count, lengths);
        var at = 0;
        foreach (var length in lengths)
        {
            Append(crc, [length]);
            crc.Append(characters.AsSpan(at, length));
            at += length;
        }
        Assert.Equal(characters.Length, at);
    }

    private static void Append(Crc32 crc, int[] lengths) => crc.Append(MemoryMarshal.AsBytes<long>(Array.ConvertAll(lengths, length => (long)length)));

    private static string Text(Crc32 crc) => crc.GetCurrentHashAsUInt32().ToString("x8");
}
