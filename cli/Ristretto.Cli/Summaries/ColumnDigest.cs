using System.IO.Hashing;
using System.Runtime.InteropServices;
using Ristretto.Bytes.Trees;

namespace Ristretto.Cli.Summaries;

/// <summary>Takes the values of one column chunk by chunk, flat values and the lengths of the lists of each level, and keeps what they amount to:
/// the same whatever stored them and however they are cut into chunks.</summary>
/// <param name="name">Name of the column.</param>
/// <param name="type">Type from outside in: <c>list&lt;float[3]&gt;</c>.</param>
/// <param name="leaf">Type of one value.</param>
/// <param name="listLevels">Number of list levels.</param>
internal sealed class ColumnDigest(string name, string type, LeafType leaf, int listLevels)
{
    private readonly Crc32 _values = new();
    private readonly Crc32[] _lists = [.. Enumerable.Range(0, listLevels).Select(_ => new Crc32())];
    private readonly NumberSummary? _numbers = leaf == LeafType.String ? null : new NumberSummary();
    private long _count;

    /// <summary>Adds numbers or answers as they are in memory: little endian, natural width, one byte 0 or 1 for an answer.</summary>
    internal void AddValues(ReadOnlySpan<byte> values)
    {
        _values.Append(values);
        _count += values.Length / LeafTypes.SizeOf(leaf);
        switch (leaf)
        {
            case LeafType.Bool or LeafType.UInt8: _numbers!.Add<byte>(values); break;
            case LeafType.Int8: _numbers!.Add<sbyte>(values); break;
            case LeafType.Int16: _numbers!.Add<short>(values); break;
            case LeafType.UInt16: _numbers!.Add<ushort>(values); break;
            case LeafType.Int32: _numbers!.Add<int>(values); break;
            case LeafType.UInt32: _numbers!.Add<uint>(values); break;
            case LeafType.Int64: _numbers!.Add<long>(values); break;
            case LeafType.UInt64: _numbers!.Add<ulong>(values); break;
            case LeafType.Float: _numbers!.Add<float>(values); break;
            case LeafType.Double: _numbers!.Add<double>(values); break;
            default: throw new InvalidOperationException($"the column {name} holds strings");
        }
    }

    /// <summary>Adds strings: their lengths in bytes, and their bytes one after the other.</summary>
    internal void AddStrings(ReadOnlySpan<long> lengths, ReadOnlySpan<byte> characters)
    {
        foreach (ref readonly var length in lengths)
        {
            _values.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<long>(in length)));
            _values.Append(characters[..(int)length]);
            characters = characters[(int)length..];
        }
        _count += lengths.Length;
    }

    /// <summary>Adds the lengths of the lists of a level, 0 for the outermost, in order.</summary>
    internal void AddLengths(int level, ReadOnlySpan<long> lengths) => _lists[level].Append(MemoryMarshal.AsBytes(lengths));

    /// <summary>What all values amount to.</summary>
    internal ColumnSummary ToSummary() => new()
    {
        Name = name,
        Type = type,
        Count = _count,
        Numbers = _numbers,
        Crc = _values.GetCurrentHashAsUInt32(),
        ListCrcs = [.. _lists.Select(list => list.GetCurrentHashAsUInt32())],
    };
}
