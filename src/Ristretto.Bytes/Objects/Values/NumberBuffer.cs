using System.Runtime.InteropServices;
using Ristretto.Bytes.Trees;

namespace Ristretto.Bytes.Objects.Values;

/// <summary>Numbers or answers in the machine's byte order.</summary>
internal sealed class NumberBuffer(LeafType type) : ValueBuffer
{
    private readonly int _size = LeafTypes.SizeOf(type);
    private byte[] _bytes = [];
    private int _length;

    /// <summary>Type of one value.</summary>
    public LeafType Type => type;

    /// <summary>All values.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    public override int Count => _length / _size;

    public override string Shape => type.ToString();

    /// <summary>Whether so many values more have room.</summary>
    public bool HasRoom(long count) => count * _size <= Array.MaxLength - _length;

    /// <summary>Room for further values, which the caller fills.</summary>
    public Span<byte> Append(int count)
    {
        var bytes = count * _size;
        if (bytes > _bytes.Length - _length) Array.Resize(ref _bytes, (int)Math.Max((long)_length + bytes, Math.Min(2L * _bytes.Length, Array.MaxLength)));
        var room = _bytes.AsSpan(_length, bytes);
        _length += bytes;
        return room;
    }

    public override void Clear() => _length = 0;

    public override void AppendDefault(int count) => Append(count).Clear();

    /// <summary>A value as an integer; of a double without its fraction.</summary>
    public long Integer(int index) => type switch
    {
        LeafType.Bool or LeafType.UInt8 => _bytes[index],
        LeafType.Int8 => unchecked((sbyte)_bytes[index]),
        LeafType.Int16 => At<short>(index),
        LeafType.UInt16 => At<ushort>(index),
        LeafType.Int32 => At<int>(index),
        LeafType.UInt32 => At<uint>(index),
        LeafType.Int64 or LeafType.UInt64 => At<long>(index),
        LeafType.Float => double.IsFinite(At<float>(index)) ? unchecked((long)At<float>(index)) : -1,
        _ => double.IsFinite(At<double>(index)) ? unchecked((long)At<double>(index)) : -1,
    };

    /// <summary>A value as it is.</summary>
    public object Value(int index) => type switch
    {
        LeafType.Bool => _bytes[index] != 0,
        LeafType.UInt8 => _bytes[index],
        LeafType.Int8 => unchecked((sbyte)_bytes[index]),
        LeafType.Int16 => At<short>(index),
        LeafType.UInt16 => At<ushort>(index),
        LeafType.Int32 => At<int>(index),
        LeafType.UInt32 => At<uint>(index),
        LeafType.Int64 => At<long>(index),
        LeafType.UInt64 => At<ulong>(index),
        LeafType.Float => At<float>(index),
        _ => At<double>(index),
    };

    private T At<T>(int index) where T : unmanaged => MemoryMarshal.Cast<byte, T>(Bytes)[index];
}
