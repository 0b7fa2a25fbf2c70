using System.Buffers.Binary;
using System.IO.Hashing;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.NTuples;

/// <summary>An envelope of RNTuple: type and length, a payload, and the XXH3 of all that.</summary>
/// <param name="Bytes">The whole envelope, decompressed and verified.</param>
/// <param name="Origin">For errors.</param>
/// <param name="Checksum">The checksum at its end.</param>
internal readonly record struct Envelope(byte[] Bytes, RecordOrigin Origin, ulong Checksum)
{
    /// <summary>Types of envelopes.</summary>
    public const int HeaderType = 1, FooterType = 2, PageListType = 3;

    private const int Overhead = 16;

    /// <summary>Reads, decompresses and verifies an envelope.</summary>
    /// <exception cref="Errors.RootFormatException">It lies outside the file, does not decompress, or its type, length or checksum differ.</exception>
    public static Envelope Read(RootFile file, string where, int type, EnvelopeLinkRecord link, long largestKey, DecodeContext context)
    {
        var (length, locator) = link;
        var isCompressed = length != locator.StoredBytes;
        var origin = new RecordOrigin(file.Path, where, locator.Offset, isCompressed);
        if (length < Overhead || length > int.MaxValue || locator.StoredBytes > int.MaxValue) origin.Throw(0, $"an envelope of {length} bytes, stored in {locator.StoredBytes}");
        file.CheckExtent(origin, locator.Offset, (int)locator.StoredBytes);
        RootFile.CheckObjectBytes(origin, (int)length, (int)locator.StoredBytes);
        byte[] bytes;
        if (isCompressed)
        {
            var stored = context.Compressed.Ensure((int)locator.StoredBytes);
            ChunkedBlob.Read(file, origin, locator.Offset, stored, largestKey);
            var error = BlockDecoder.Check(stored, (int)length);
            bytes = error is null ? new byte[length] : [];
            error ??= BlockDecoder.Decode(context, stored, bytes, bytes.Length, out _);
            if (error is not null) origin.Throw(error.Position, error.Reason);
        }
        else
        {
            bytes = new byte[length];
            ChunkedBlob.Read(file, origin, locator.Offset, bytes, largestKey);
        }
        file.Counters.AddDecompressed(bytes.Length);
        return Open(bytes, origin, type);
    }

    /// <summary>Verifies the bytes of an envelope.</summary>
    /// <exception cref="Errors.RootFormatException">Its type, length or checksum differ.</exception>
    public static Envelope Open(byte[] bytes, RecordOrigin origin, int type)
    {
        if (bytes.Length < Overhead) origin.Throw(0, $"an envelope of {bytes.Length} bytes");
        var stored = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(bytes.Length - 8));
        var computed = XxHash3.HashToUInt64(bytes.AsSpan(0, bytes.Length - 8));
        if (stored != computed) origin.Throw(bytes.Length - 8, $"the checksum differs (stored {stored:x16}, computed {computed:x16})");
        var head = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        if ((int)(head & 0xFFFF) != type) origin.Throw(0, $"an envelope of type {head & 0xFFFF} where {type} is expected");
        if (head >> 16 != (ulong)bytes.Length) origin.Throw(0, $"the envelope says {head >> 16} bytes, it has {bytes.Length}");
        return new Envelope(bytes, origin, stored);
    }

    /// <summary>A reader at the payload, which ends where the checksum starts.</summary>
    public LittleEndianReader Payload()
    {
        var reader = new LittleEndianReader(Bytes.AsSpan(0, Bytes.Length - 8), Origin);
        reader.ReadBytes(8);
        return reader;
    }

    /// <summary>Passes the copy of the header's checksum, which must be the same.</summary>
    public static void CheckHeader(ref LittleEndianReader reader, ulong expected)
    {
        var stored = reader.ReadUInt64();
        if (stored != expected) reader.Fail($"belongs to a header with checksum {stored:x16}, the header here has {expected:x16}");
    }
}
