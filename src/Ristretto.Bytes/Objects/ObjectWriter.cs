using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Ristretto.Bytes.Objects;

/// <summary>Appends numbers, strings and objects in ROOT's form, big-endian, to a buffer that grows and is used again.</summary>
internal sealed partial class ObjectWriter
{
    private const uint ByteCountMask = 0x4000_0000;
    private const uint NewClassTag = 0xFFFF_FFFF;
    private const uint ClassReference = 0x8000_0000;
    private const uint MapOffset = 2;
    private readonly Dictionary<string, uint> _classes = new(StringComparer.Ordinal);
    private byte[] _buffer = new byte[1 << 14];
    private int _keyLength;

    /// <summary>Number of bytes written so far.</summary>
    public int Length { get; private set; }

    /// <summary>What was written so far; valid until more is written.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, Length);

    /// <summary>Starts anew. References between objects count from the start of the record's key: with its length, classes are named once and
    /// referred to afterwards; without it, which is as good, at each object.</summary>
    public void Clear(int keyLength = 0)
    {
        Length = 0;
        _keyLength = keyLength;
        _classes.Clear();
    }

    public void UInt8(byte value) => Next(1)[0] = value;

    public void Bool(bool value) => UInt8(value ? (byte)1 : (byte)0);

    public void Int16(short value) => BinaryPrimitives.WriteInt16BigEndian(Next(2), value);

    public void UInt16(ushort value) => BinaryPrimitives.WriteUInt16BigEndian(Next(2), value);

    public void Int32(int value) => BinaryPrimitives.WriteInt32BigEndian(Next(4), value);

    public void UInt32(uint value) => BinaryPrimitives.WriteUInt32BigEndian(Next(4), value);

    public void Int64(long value) => BinaryPrimitives.WriteInt64BigEndian(Next(8), value);

    public void UInt64(ulong value) => BinaryPrimitives.WriteUInt64BigEndian(Next(8), value);

    /// <summary>A position in the file, in 64 or in 32 bits.</summary>
    public void Seek(long position, bool isBig)
    {
        if (isBig) Int64(position);
        else Int32(checked((int)position));
    }

    public void Float(float value) => BinaryPrimitives.WriteSingleBigEndian(Next(4), value);

    public void Double(double value) => BinaryPrimitives.WriteDoubleBigEndian(Next(8), value);

    /// <summary>Raw bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Next(bytes.Length));

    /// <summary>TString: length in one byte, or 255 and four bytes, then UTF-8.</summary>
    public void String(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        if (length < 255) UInt8((byte)length);
        else
        {
            UInt8(255);
            Int32(length);
        }
        Encoding.UTF8.GetBytes(text, Next(length));
    }

    /// <summary>TArrayD: number of values, then the values, no header.</summary>
    public void Array(ReadOnlySpan<double> values)
    {
        Int32(values.Length);
        var target = MemoryMarshal.Cast<byte, ulong>(Next(8 * values.Length));
        var source = MemoryMarshal.Cast<double, ulong>(values);
        if (BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(source, target);
        else source.CopyTo(target);
    }

    /// <summary>A pointer to as many values as a counter says: whether there are any, then the values.</summary>
    public void CountedArray(ReadOnlySpan<double> values)
    {
        UInt8(values.Length > 0 ? (byte)1 : (byte)0);
        foreach (var value in values) Double(value);
    }

    /// <summary>TArrayC, S, I or L64: number of values, then the values as integers of so many bytes, no header.</summary>
    public void IntegerArray(ReadOnlySpan<long> values, int bytes)
    {
        Int32(values.Length);
        foreach (var value in values)
        {
            if (bytes == 1) UInt8(unchecked((byte)value));
            else if (bytes == 2) Int16((short)value);
            else if (bytes == 4) Int32((int)value);
            else Int64(value);
        }
    }

    /// <summary>TArrayF: number of values, then the values rounded to float, no header.</summary>
    public void FloatArray(ReadOnlySpan<double> values)
    {
        Int32(values.Length);
        foreach (var value in values) Float((float)value);
    }

    /// <summary>Starts an object with byte count and version; ends with <see cref="End"/>.</summary>
    public int Begin(short version)
    {
        var start = Length;
        UInt32(0);
        Int16(version);
        return start;
    }

    /// <summary>Starts what a pointer refers to: byte count, class name, and then the object itself; ends with <see cref="End"/>.</summary>
    public int BeginPointer(string className)
    {
        var start = Length;
        UInt32(0);
        if (_keyLength > 0)
        {
            if (_classes.TryGetValue(className, out var known))
            {
                UInt32(known | ClassReference);
                return start;
            }
            _classes.Add(className, (uint)(Length + _keyLength) + MapOffset);
        }
        UInt32(NewClassTag);
        Encoding.ASCII.GetBytes(className, Next(className.Length));
        UInt8(0);
        return start;
    }

    /// <summary>Writes the byte count of what was begun at <paramref name="start"/>.</summary>
    public void End(int start) =>
        BinaryPrimitives.WriteUInt32BigEndian(_buffer.AsSpan(start), (uint)(Length - start - 4) | ByteCountMask);

    /// <summary>A pointer to an object that was begun at <paramref name="start"/> in this record; its key's length was given.</summary>
    public void Reference(int start) => UInt32((uint)(start + _keyLength) + MapOffset);

    /// <summary>A pointer to nothing.</summary>
    public void NullPointer() => UInt32(0);

    /// <summary>TObject as a base: version, identity, bits.</summary>
    public void Object(uint bits = 0x0300_0000, uint uniqueId = 0)
    {
        Int16(1);
        UInt32(uniqueId);
        UInt32(bits);
    }

    /// <summary>TNamed as a base.</summary>
    public void Named(string name, string title, uint bits = 0x0300_0000)
    {
        var start = Begin(1);
        Object(bits);
        String(name);
        String(title);
        End(start);
    }

    private Span<byte> Next(int count)
    {
        var needed = Length + count;
        if (needed > _buffer.Length) System.Array.Resize(ref _buffer, Math.Max(needed, (int)Math.Min(2L * _buffer.Length, System.Array.MaxLength)));
        var span = _buffer.AsSpan(Length, count);
        Length = needed;
        return span;
    }
}
