using System.Buffers.Binary;

namespace Ristretto.Bytes.Memory;

/// <summary>Reads numbers, strings and frames of RNTuple's envelopes, least significant byte first, one after the other.
/// Reading past the end throws a <see cref="Errors.RootFormatException"/> with the place.</summary>
internal ref struct LittleEndianReader(ReadOnlySpan<byte> bytes, RecordOrigin origin)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    /// <summary>Position of the next byte, counted from the first.</summary>
    public readonly int Position => _position;

    /// <summary>Number of bytes not read yet.</summary>
    public readonly int Remaining => _bytes.Length - _position;

    /// <summary>The next <paramref name="count"/> bytes, a view.</summary>
    public ReadOnlySpan<byte> ReadBytes(int count)
    {
        if (count < 0 || count > Remaining) Fail($"{count} bytes are needed, {Remaining} are left");
        var taken = _bytes.Slice(_position, count);
        _position += count;
        return taken;
    }

    /// <summary>An unsigned 16-bit number.</summary>
    public ushort ReadUInt16() => BinaryPrimitives.ReadUInt16LittleEndian(ReadBytes(2));

    /// <summary>A signed 32-bit number.</summary>
    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(ReadBytes(4));

    /// <summary>An unsigned 32-bit number.</summary>
    public uint ReadUInt32() => BinaryPrimitives.ReadUInt32LittleEndian(ReadBytes(4));

    /// <summary>A signed 64-bit number.</summary>
    public long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(ReadBytes(8));

    /// <summary>An unsigned 64-bit number.</summary>
    public ulong ReadUInt64() => BinaryPrimitives.ReadUInt64LittleEndian(ReadBytes(8));

    /// <summary>A double.</summary>
    public double ReadDouble() => BinaryPrimitives.ReadDoubleLittleEndian(ReadBytes(8));

    /// <summary>An unsigned 64-bit number that must be a count, an offset or a size.</summary>
    public long ReadCount64(string what)
    {
        var value = ReadUInt64();
        if (value > long.MaxValue) Fail($"{what} is {value}");
        return (long)value;
    }

    /// <summary>A string: its length in 32 bits, then UTF-8, taken as Latin-1 where it is not valid UTF-8.</summary>
    public string ReadString()
    {
        var length = ReadUInt32();
        if (length > Remaining) Fail($"a string of {length} bytes does not fit into the {Remaining} bytes left");
        return BigEndianReader.ToText(ReadBytes((int)length));
    }

    /// <summary>The start of a record frame; returns the position behind it.</summary>
    public int ReadRecordFrame()
    {
        var start = _position;
        var size = ReadInt64();
        if (size < 8 || size > Remaining + 8) Fail($"a record frame of {size} bytes where {Remaining + 8} are left");
        return start + (int)size;
    }

    /// <summary>The start of a list frame; returns the position behind it and the number of items.</summary>
    /// <param name="smallestItem">Bytes that an item takes at least.</param>
    /// <param name="count">Number of items.</param>
    public int ReadListFrame(int smallestItem, out int count)
    {
        var start = _position;
        var size = ReadInt64();
        if (size > -12 || size < -(Remaining + 8L)) Fail($"a list frame of size {size} where {Remaining + 8} bytes are left");
        var items = ReadUInt32();
        var room = -size - 12;
        if (items > room / smallestItem) Fail($"a list of {items} items in {room} bytes");
        count = (int)items;
        return start + (int)-size;
    }

    /// <summary>Goes on behind a frame; what a newer writer added is passed.</summary>
    public void Leave(int end)
    {
        if (_position > end) Fail($"a frame is {_position - end} bytes longer than it says");
        _position = end;
    }

    /// <summary>Throws: something is wrong at the present position.</summary>
    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    public readonly void Fail(string reason) => origin.Throw(_position, reason);
}
