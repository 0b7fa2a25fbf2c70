using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Ristretto.Bytes.NTuples.Writing;

/// <summary>Header, footer or page list of an ntuple while it is put together: little-endian numbers, strings and frames.</summary>
internal sealed class EnvelopeWriter
{
    /// <summary>Types of envelopes.</summary>
    public const ushort Header = 1, Footer = 2, PageList = 3;

    private const int HeadLength = 8;
    private byte[] _buffer = new byte[1 << 12];
    private int _length = HeadLength;

    /// <summary>Ends the envelope: its type and length in front, its checksum behind.</summary>
    public ReadOnlySpan<byte> Finish(ushort type, out ulong checksum)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(_buffer, type | (ulong)(_length + 8) << 16);
        checksum = XxHash3.HashToUInt64(_buffer.AsSpan(0, _length));
        UInt64(checksum);
        return _buffer.AsSpan(0, _length);
    }

    /// <summary>What was written so far.</summary>
    public ReadOnlySpan<byte> Content => _buffer.AsSpan(HeadLength, _length - HeadLength);

    public void UInt16(ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Next(2), value);

    public void Int32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Next(4), value);

    public void UInt32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Next(4), value);

    public void Int64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Next(8), value);

    public void UInt64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Next(8), value);

    public void Double(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Next(8), value);

    public void Append(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Next(bytes.Length));

    public void String(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Int32(length);
        Encoding.UTF8.GetBytes(text, Next(length));
    }

    /// <summary>Starts a record frame; ends with <see cref="EndRecord"/>.</summary>
    public int BeginRecord()
    {
        Int64(0);
        return _length - 8;
    }

    /// <summary>Ends a record frame.</summary>
    public void EndRecord(int start) => BinaryPrimitives.WriteInt64LittleEndian(_buffer.AsSpan(start), _length - start);

    /// <summary>Starts a list frame of so many items; ends with <see cref="EndList"/>.</summary>
    public int BeginList(int count)
    {
        Int64(0);
        Int32(count);
        return _length - 12;
    }

    /// <summary>Ends a list frame, whose length is noted as negative.</summary>
    public void EndList(int start) => BinaryPrimitives.WriteInt64LittleEndian(_buffer.AsSpan(start), start - _length);

    /// <summary>A locator: length as stored, position in the file.</summary>
    public void Locator(int stored, long position)
    {
        Int32(stored);
        Int64(position);
    }

    private Span<byte> Next(int count)
    {
        var needed = _length + count;
        if (needed > _buffer.Length) Array.Resize(ref _buffer, Math.Max(needed, (int)Math.Min(2L * _buffer.Length, Array.MaxLength)));
        var span = _buffer.AsSpan(_length, count);
        _length = needed;
        return span;
    }
}
