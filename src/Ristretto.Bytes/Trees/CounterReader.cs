using System.Runtime.InteropServices;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Trees;

/// <summary>Reads list lengths from a counter branch of any integer type.</summary>
internal sealed class CounterReader(Branch counter, DecodeContext context) : IDisposable
{
    private const int Step = 1024;

    private readonly BranchReader _reader = new(counter, context);
    private readonly GrowingBuffer _stored = new();

    /// <summary>What reads the counter's baskets.</summary>
    public BranchReader Reader => _reader;

    /// <summary>The lengths of entries from <paramref name="firstEntry"/>.</summary>
    /// <exception cref="Errors.RootFormatException">A length is negative or above 2³¹.</exception>
    public void Read(long firstEntry, Span<int> counts)
    {
        for (var done = 0; done < counts.Length; done += Step)
        {
            var part = counts.Slice(done, Math.Min(Step, counts.Length - done));
            var stored = _stored.Ensure(part.Length * counter.ElementSize);
            _reader.ReadValues(firstEntry + done, part.Length, stored);
            Convert(stored, firstEntry + done, part);
        }
    }

    /// <summary>The sum of the lengths of entries from <paramref name="entry"/> up to <paramref name="stop"/>.</summary>
    public long Sum(long entry, long stop)
    {
        Span<int> counts = stackalloc int[Step];
        var sum = 0L;
        for (; entry < stop; entry += Step)
        {
            var part = counts[..(int)Math.Min(Step, stop - entry)];
            Read(entry, part);
            foreach (var count in part) sum += count;
        }
        return sum;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _stored.Dispose();
    }

    private void Convert(ReadOnlySpan<byte> stored, long firstEntry, Span<int> counts)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            var value = counter.LeafType switch
            {
                LeafType.Int8 => unchecked((sbyte)stored[i]),
                LeafType.UInt8 => stored[i],
                LeafType.Int16 => MemoryMarshal.Cast<byte, short>(stored)[i],
                LeafType.UInt16 => MemoryMarshal.Cast<byte, ushort>(stored)[i],
                LeafType.Int32 => MemoryMarshal.Cast<byte, int>(stored)[i],
                LeafType.UInt32 => MemoryMarshal.Cast<byte, uint>(stored)[i],
                _ => MemoryMarshal.Cast<byte, long>(stored)[i],      // a ulong above 2⁶³ shows as negative and is refused
            };
            if (value is < 0 or > int.MaxValue) throw counter.Error($"entry {firstEntry + i} counts {value} elements");
            counts[i] = (int)value;
        }
    }
}
