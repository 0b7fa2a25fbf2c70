using System.IO.Hashing;
using System.Runtime.InteropServices;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Trees;
using Ristretto.Cli.Targets;

namespace Ristretto.Cli.Summaries;

/// <summary>Reads a column from the first entry to the last in blocks, so that memory does not grow with the file.</summary>
internal sealed class ColumnSummarizer(DecodeContext context)
{
    private const int BlockEntries = 8192;

    private readonly int[] _counts = new int[BlockEntries];
    private readonly long[] _lengths = new long[BlockEntries];
    private byte[] _values = [];

    /// <summary>Summarises all values of a branch.</summary>
    /// <exception cref="Bytes.Errors.RootFormatException">A basket is damaged.</exception>
    internal ColumnSummary Summarize(Branch branch, CancellationToken cancellation)
    {
        using var reader = new BranchReader(branch, context);
        var isString = branch.LeafType == LeafType.String;
        var numbers = isString ? null : new NumberSummary();
        var lists = branch.Counter is null ? null : new Crc32();
        var values = new Crc32();
        var count = 0L;
        for (var first = 0L; first < branch.Entries; first += BlockEntries)
        {
            cancellation.ThrowIfCancellationRequested();
            var entries = (int)Math.Min(BlockEntries, branch.Entries - first);
            if (branch.IsVariable) reader.ReadCounts(first, entries, _counts.AsSpan(0, entries));
            lists?.Append(MemoryMarshal.AsBytes(Lengths(entries)));
            var bytes = Read(reader, first, entries);
            if (isString) AppendStrings(values, bytes, entries);
            else values.Append(bytes);
            if (numbers is not null) Add(numbers, branch.LeafType, bytes);
            count += isString ? entries : bytes.Length / branch.ElementSize;
        }
        return new ColumnSummary
        {
            Name = branch.Name,
            Type = ColumnType.Of(branch),
            Count = count,
            Numbers = numbers,
            Crc = values.GetCurrentHashAsUInt32(),
            ListCrc = lists?.GetCurrentHashAsUInt32(),
        };
    }

    private ReadOnlySpan<byte> Read(BranchReader reader, long first, int entries)
    {
        var size = reader.ValueBytes(first, entries);
        if (_values.Length < size) _values = new byte[Math.Max(size, 2 * _values.Length)];
        reader.ReadValues(first, entries, _values.AsSpan(0, size));
        return _values.AsSpan(0, size);
    }

    private ReadOnlySpan<long> Lengths(int entries)
    {
        for (var i = 0; i < entries; i++) _lengths[i] = _counts[i];
        return _lengths.AsSpan(0, entries);
    }

    private void AppendStrings(Crc32 crc, ReadOnlySpan<byte> bytes, int entries)
    {
        foreach (ref readonly var length in Lengths(entries))
        {
            crc.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<long>(in length)));
            crc.Append(bytes[..(int)length]);
            bytes = bytes[(int)length..];
        }
    }

    private static void Add(NumberSummary numbers, LeafType type, ReadOnlySpan<byte> bytes)
    {
        switch (type)
        {
            case LeafType.Bool or LeafType.UInt8: numbers.Add<byte>(bytes); break;
            case LeafType.Int8: numbers.Add<sbyte>(bytes); break;
            case LeafType.Int16: numbers.Add<short>(bytes); break;
            case LeafType.UInt16: numbers.Add<ushort>(bytes); break;
            case LeafType.Int32: numbers.Add<int>(bytes); break;
            case LeafType.UInt32: numbers.Add<uint>(bytes); break;
            case LeafType.Int64: numbers.Add<long>(bytes); break;
            case LeafType.UInt64: numbers.Add<ulong>(bytes); break;
            case LeafType.Float: numbers.Add<float>(bytes); break;
            default: numbers.Add<double>(bytes); break;
        }
    }
}
