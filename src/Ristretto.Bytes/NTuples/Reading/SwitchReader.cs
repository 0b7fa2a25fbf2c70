using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.NTuples.Reading;

/// <summary>Reads which alternative each variant holds, and where its value is. Keeps what was read last.</summary>
internal sealed class SwitchReader(PageCursor cursor, int alternatives) : IDisposable
{
    private const int ElementBytes = 12;
    private const long MostElements = 1L << 56;

    private readonly GrowingBuffer _tags = new();
    private readonly long[] _first = new long[alternatives + 1];      // position of the first value of each alternative in the range
    private readonly long[] _count = new long[alternatives + 1];
    private int _cluster = -1;
    private long _from;
    private long _to;

    /// <summary>Where it is.</summary>
    public PageCursor Cursor => cursor;

    /// <summary>The alternatives of elements of a cluster, counted from 1, 0 where a variant is valueless; valid until the next call.</summary>
    /// <exception cref="Errors.RootFormatException">A page is damaged, an alternative is not there, or values are not in the order of the variants.</exception>
    public ReadOnlySpan<int> Read(int cluster, long from, long to)
    {
        if (cluster != _cluster || from != _from || to != _to) Fill(cluster, from, to);
        return MemoryMarshal.Cast<byte, int>(_tags.Array).Slice(0, (int)(to - from));
    }

    /// <summary>The values of an alternative that elements of a cluster hold: first and end.</summary>
    /// <inheritdoc cref="Read"/>
    public (long From, long To) Range(int cluster, long from, long to, int alternative)
    {
        Read(cluster, from, to);
        return (_first[alternative], _first[alternative] + _count[alternative]);
    }

    public void Dispose()
    {
        cursor.Dispose();
        _tags.Dispose();
    }

    private void Fill(int cluster, long from, long to)
    {
        if (to - from >= int.MaxValue / sizeof(int)) throw cursor.Error($"{to - from} variants were asked for at once, more than fit into one buffer");
        cursor.Enter(cluster, from, to);
        _cluster = -1;
        Array.Clear(_first);
        Array.Clear(_count);
        var tags = MemoryMarshal.Cast<byte, int>(_tags.Ensure((int)(to - from) * sizeof(int)));
        for (var at = from; at < to;)
        {
            int done;
            if (at < cursor.Zeros)
            {
                done = (int)(Math.Min(to, cursor.Zeros) - at);
                tags[..done].Clear();
            }
            else
            {
                cursor.MoveTo(at);
                done = (int)Math.Min(to - at, cursor.PageStart + cursor.Page.Elements - at);
                Decode(cursor.Load().Slice((int)(at - cursor.PageStart) * ElementBytes, done * ElementBytes), at, tags);
            }
            at += done;
            tags = tags[done..];
        }
        (_cluster, _from, _to) = (cluster, from, to);
    }

    private void Decode(ReadOnlySpan<byte> elements, long at, Span<int> tags)
    {
        for (var i = 0; elements.Length > 0; i++, elements = elements[ElementBytes..])
        {
            var position = BinaryPrimitives.ReadInt64LittleEndian(elements);
            var tag = BinaryPrimitives.ReadUInt32LittleEndian(elements[8..]);
            if (tag > alternatives) throw cursor.Error($"variant {at + i} of cluster {cursor.Cluster} holds alternative {tag} of {alternatives}");
            tags[i] = (int)tag;
            if (tag == 0) continue;
            if (position is < 0 or > MostElements) throw cursor.Error($"variant {at + i} of cluster {cursor.Cluster} points to value {position} of its alternative");
            if (_count[tag]++ == 0) _first[tag] = position;
            else if (position != _first[tag] + _count[tag] - 1) throw cursor.Error($"variant {at + i} of cluster {cursor.Cluster} points to value {position} of its alternative, {_first[tag] + _count[tag] - 1} is next");
        }
    }
}
