using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace Ristretto.Bytes.Memory;

/// <summary>Reads numbers and strings of ROOT's records, most significant byte first, one after the other.
/// Reading past the end throws a <see cref="Errors.RootFormatException"/> with the offset in the file.</summary>
public ref struct BigEndianReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly RecordOrigin _origin;
    private int _position;

    /// <summary>A reader at the first of the <paramref name="bytes"/>.</summary>
    public BigEndianReader(ReadOnlySpan<byte> bytes, RecordOrigin origin)
    {
        _bytes = bytes;
        _origin = origin;
    }

    /// <summary>Position of the next byte, counted from the first.</summary>
    public readonly int Position => _position;

    /// <summary>Number of bytes.</summary>
    public readonly int Length => _bytes.Length;

    /// <summary>Number of bytes not read yet.</summary>
    public readonly int Remaining => _bytes.Length - _position;

    /// <summary>Where the bytes came from.</summary>
    public readonly RecordOrigin Origin => _origin;

    /// <summary>The next <paramref name="count"/> bytes, a view.</summary>
    public ReadOnlySpan<byte> ReadBytes(int count)
    {
        if (count < 0 || count > _bytes.Length - _position) ThrowTooShort(count);
        var taken = _bytes.Slice(_position, count);
        _position += count;
        return taken;
    }

    /// <summary>Goes on behind the next <paramref name="count"/> bytes.</summary>
    public void Skip(int count) => ReadBytes(count);

    /// <summary>Goes on at <paramref name="position"/>, which may be the end.</summary>
    public void Seek(int position)
    {
        if (position < 0 || position > _bytes.Length) Fail($"a length points to byte {position} of {_bytes.Length}");
        _position = position;
    }

    /// <summary>One byte.</summary>
    public byte ReadByte() => ReadBytes(1)[0];

    /// <summary>A signed 16-bit number.</summary>
    public short ReadInt16() => BinaryPrimitives.ReadInt16BigEndian(ReadBytes(2));

    /// <summary>A signed 32-bit number.</summary>
    public int ReadInt32() => BinaryPrimitives.ReadInt32BigEndian(ReadBytes(4));

    /// <summary>An unsigned 32-bit number.</summary>
    public uint ReadUInt32() => BinaryPrimitives.ReadUInt32BigEndian(ReadBytes(4));

    /// <summary>The 32-bit number that comes next, which is not passed.</summary>
    public readonly uint PeekUInt32()
    {
        if (Remaining < 4) ThrowTooShort(4);
        return BinaryPrimitives.ReadUInt32BigEndian(_bytes[_position..]);
    }

    /// <summary>A signed 64-bit number.</summary>
    public long ReadInt64() => BinaryPrimitives.ReadInt64BigEndian(ReadBytes(8));

    /// <summary>A double.</summary>
    public double ReadDouble() => BinaryPrimitives.ReadDoubleBigEndian(ReadBytes(8));

    /// <summary>A file position: 64 bits in big records, otherwise 32.</summary>
    public long ReadSeek(bool isBig) => isBig ? ReadInt64() : ReadInt32();

    /// <summary>The bytes of a TString: a length byte (255: a 32-bit length follows), then the characters.</summary>
    public ReadOnlySpan<byte> ReadStringBytes()
    {
        int length = ReadByte();
        return ReadBytes(length == 255 ? ReadInt32() : length);
    }

    /// <summary>A TString, taken as UTF-8, as Latin-1 where it is not valid UTF-8.</summary>
    public string ReadString() => ToText(ReadStringBytes());

    /// <summary>A TString; <paramref name="known"/> itself where it has this text, so that no further string is made.</summary>
    internal string ReadString(string known)
    {
        var bytes = ReadStringBytes();
        return bytes.Length == known.Length && Ascii.Equals(bytes, known) ? known : ToText(bytes);
    }

    /// <summary>The zero-terminated name that follows a new class tag.</summary>
    public ReadOnlySpan<byte> ReadZeroTerminated()
    {
        var length = _bytes[_position..].IndexOf((byte)0);
        if (length < 0) Fail("a class name does not end");
        var name = ReadBytes(length);
        _position++;
        return name;
    }

    /// <summary>Bytes of a stored string as text.</summary>
    public static string ToText(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);

    /// <summary>Throws: something is wrong at the present position.</summary>
    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    public readonly void Fail(string reason) => _origin.Throw(_position, reason);

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private readonly void ThrowTooShort(int count) =>
        _origin.Throw(_position, count < 0 ? $"a length is {count}" : $"{count} bytes are needed, {Remaining} are left");
}
