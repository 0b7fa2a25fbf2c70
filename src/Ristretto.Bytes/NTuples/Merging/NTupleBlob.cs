using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.NTuples.Merging;

/// <summary>RBlob: a record that no directory lists.</summary>
internal static class NTupleBlob
{
    /// <summary>Writes one and returns the position of its bytes.</summary>
    public static long Write(RootFileWriter writer, WrittenDirectory folder, ReadOnlySpan<byte> bytes, int length)
    {
        var key = new WrittenKey("RBlob", "", "", 0, folder.Seek, length, bytes.Length) { Version = WrittenKey.VersionOf(isBig: true), Date = writer.Options.StoredDate };
        key = key with { Seek = writer.Allocate(key.RecordLength) };
        var head = new ObjectWriter();
        key.Encode(head);
        writer.WriteHidden(head.Bytes, bytes, key.Seek);
        return key.Seek + key.Length;
    }

    /// <summary>Writes an envelope, compressed if that makes it shorter.</summary>
    public static EnvelopeLinkRecord WriteEnvelope(RootFileWriter writer, WrittenDirectory folder, ReadOnlySpan<byte> envelope, Compression compression)
    {
        using var stored = PooledBuffer.Rent(envelope.Length);
        var length = BlockEncoder.Encode(writer.Queue.Context, compression, envelope, stored.Span);
        var written = length == 0 ? envelope : stored.Span[..length];
        return new EnvelopeLinkRecord(envelope.Length, new LocatorRecord(written.Length, Write(writer, folder, written, envelope.Length)));
    }
}
