using System.Buffers.Binary;

namespace Ristretto.Bytes.Objects;

/// <summary>A record with parts replaced by others, of another length perhaps: byte counts and references follow.</summary>
/// <param name="payload">The record without its key.</param>
/// <param name="keyBytes">fKeylen: references count from the start of the key.</param>
/// <param name="marks">Where byte counts and references are.</param>
internal sealed class RecordPatch(byte[] payload, int keyBytes, RecordMarks marks)
{
    private const uint CountBit = 0x4000_0000, ClassBit = 0x8000_0000;
    private const int MapOffset = 2;

    private readonly List<(int At, int Length, byte[] Bytes)> _edits = [];
    private int[] _ends = [];
    private int[] _shifts = [];

    /// <summary>Replaces <paramref name="length"/> bytes at a position.</summary>
    public void Replace(int at, int length, byte[] bytes) => _edits.Add((at, length, bytes));

    /// <summary>Replaces a number of 64 bits.</summary>
    public void Set(int at, long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        Replace(at, 8, bytes);
    }

    /// <summary>Replaces a number of 32 bits.</summary>
    public void Set(int at, int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        Replace(at, 4, bytes);
    }

    /// <summary>The changed record, behind a key of <paramref name="newKeyBytes"/>.</summary>
    public byte[] Apply(int newKeyBytes)
    {
        _edits.Sort(static (a, b) => a.At.CompareTo(b.At));
        var length = payload.Length;
        (_ends, _shifts) = (new int[_edits.Count], new int[_edits.Count]);
        for (var i = 0; i < _edits.Count; i++)
        {
            length += _edits[i].Bytes.Length - _edits[i].Length;
            (_ends[i], _shifts[i]) = (_edits[i].At + _edits[i].Length, length - payload.Length);
        }
        var result = new byte[length];
        var (from, to) = (0, 0);
        foreach (var (at, removed, bytes) in _edits)
        {
            payload.AsSpan(from, at - from).CopyTo(result.AsSpan(to));
            to += at - from;
            bytes.CopyTo(result, to);
            (from, to) = (at + removed, to + bytes.Length);
        }
        payload.AsSpan(from).CopyTo(result.AsSpan(to));
        foreach (var (at, end) in marks.Counts)
        {
            if (IsReplaced(at)) continue;
            var place = Map(at);
            BinaryPrimitives.WriteUInt32BigEndian(result.AsSpan(place), (uint)(Map(end) - place - 4) | CountBit);
        }
        foreach (var at in marks.References)
        {
            if (IsReplaced(at)) continue;
            var tag = BinaryPrimitives.ReadUInt32BigEndian(payload.AsSpan(at));
            var target = (int)(tag & ~ClassBit) - MapOffset - keyBytes;
            if (target < 0) continue;
            BinaryPrimitives.WriteUInt32BigEndian(result.AsSpan(Map(at)), (uint)(Map(target) + MapOffset + newKeyBytes) | tag & ClassBit);
        }
        return result;
    }

    // The last replacement that ends at or before the position says how far it moved.
    private int Map(int position)
    {
        var index = Array.BinarySearch(_ends, position);
        if (index < 0) index = ~index - 1;
        else while (index + 1 < _ends.Length && _ends[index + 1] == position) index++;
        return index < 0 ? position : position + _shifts[index];
    }

    private bool IsReplaced(int position)
    {
        var index = Array.BinarySearch(_ends, position + 1);
        if (index < 0) index = ~index;
        return index < _edits.Count && _edits[index].At <= position;
    }
}
