using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.NTuples;

namespace Ristretto.Tests.Bytes.NTuples;

/// <summary>Puts envelopes together by hand, right or wrong.</summary>
internal sealed class EnvelopeWriter
{
    private readonly List<byte> _bytes = [];

    internal EnvelopeWriter U16(int value) => Add(BitConverter.GetBytes((ushort)value));

    internal EnvelopeWriter U32(uint value) => Add(BitConverter.GetBytes(value));

    internal EnvelopeWriter I32(int value) => Add(BitConverter.GetBytes(value));

    internal EnvelopeWriter I64(long value) => Add(BitConverter.GetBytes(value));

    internal EnvelopeWriter U64(ulong value) => Add(BitConverter.GetBytes(value));

    internal EnvelopeWriter Text(string value) => U32((uint)Encoding.UTF8.GetByteCount(value)).Add(Encoding.UTF8.GetBytes(value));

    internal EnvelopeWriter Blob(byte[] bytes) => U32((uint)bytes.Length).Add(bytes);

    internal EnvelopeWriter Record(Action<EnvelopeWriter> content) => Frame(content, count: null);

    internal EnvelopeWriter List(params Action<EnvelopeWriter>[] items) => Frame(writer => Array.ForEach(items, item => item(writer)), items.Length);

    /// <summary>The pages of a column, then what follows them in the frame of the list.</summary>
    internal EnvelopeWriter Pages(Action<EnvelopeWriter> rest, params Action<EnvelopeWriter>[] pages) => Frame(writer =>
    {
        Array.ForEach(pages, page => page(writer));
        rest(writer);
    }, pages.Length);

    /// <summary>Four empty lists: a schema without anything.</summary>
    internal EnvelopeWriter NoSchema() => List().List().List().List();

    internal EnvelopeWriter Field(string name, string type, int parent, int role = 0, int flags = 0, uint version = 0, ulong arraySize = 0, uint source = 0) => Record(field =>
    {
        field.U32(version).U32(0).U32((uint)parent).U16(role).U16(flags).Text(name).Text(type).Text("").Text("");
        if ((flags & 1) != 0) field.U64(arraySize);
        if ((flags & 2) != 0) field.U32(source);
    });

    internal EnvelopeWriter Column(int type, int bits, int field, int representation = 0, long firstElement = 0) => Record(column =>
    {
        column.U16(type).U16(bits).U32((uint)field).U16(firstElement == 0 ? 0 : 1).U16(representation);
        if (firstElement != 0) column.I64(firstElement);
    });

    internal byte[] ToArray() => _bytes.ToArray();

    /// <summary>The envelope with type, length and checksum.</summary>
    internal byte[] ToBytes(int type)
    {
        var bytes = new byte[_bytes.Count + 16];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, (uint)type | (ulong)bytes.Length << 16);
        _bytes.ToArray().CopyTo(bytes, 8);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(bytes.Length - 8), XxHash3.HashToUInt64(bytes.AsSpan(0, bytes.Length - 8)));
        return bytes;
    }

    internal Envelope ToEnvelope(int type) => Envelope.Open(ToBytes(type), new RecordOrigin("made.root", "ntuple", 0), type);

    private EnvelopeWriter Frame(Action<EnvelopeWriter> content, int? count)
    {
        var inner = new EnvelopeWriter();
        content(inner);
        var size = inner._bytes.Count + (count is null ? 8 : 12);
        I64(count is null ? size : -size);
        if (count is { } items) I32(items);
        return Add(inner.ToArray());
    }

    private EnvelopeWriter Add(byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }
}
