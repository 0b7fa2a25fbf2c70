using System.Buffers.Binary;
using System.IO.Hashing;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.NTuples;

/// <summary>ROOT::RNTuple, the anchor: the keyed object that says where an RNTuple's header and footer are.</summary>
/// <param name="Epoch">fVersionEpoch, 1 for the format read here.</param>
/// <param name="Major">fVersionMajor.</param>
/// <param name="Minor">fVersionMinor.</param>
/// <param name="Patch">fVersionPatch.</param>
/// <param name="Header">fSeekHeader, fNBytesHeader, fLenHeader.</param>
/// <param name="Footer">fSeekFooter, fNBytesFooter, fLenFooter.</param>
/// <param name="LargestKey">fMaxKeySize: longer payloads are split over several keys; 0 for never.</param>
public sealed record AnchorRecord(int Epoch, int Major, int Minor, int Patch, EnvelopeLinkRecord Header, EnvelopeLinkRecord Footer, long LargestKey)
{
    private const uint ByteCountBit = 0x4000_0000;

    /// <summary>Decodes an anchor and verifies its checksum.</summary>
    /// <exception cref="Errors.RootFormatException">Bytes are missing, the checksum differs, or the format is not supported.</exception>
    public static AnchorRecord Decode(ReadOnlySpan<byte> bytes, RecordOrigin origin)
    {
        var reader = new BigEndianReader(bytes, origin);
        var count = reader.ReadUInt32();
        var version = reader.ReadInt16();
        if ((count & ByteCountBit) == 0) origin.Throw(0, "the anchor has no byte count");
        if (version < 2) origin.Throw(4, $"ROOT::RNTuple of class version {version} is from before format 1.0 and not supported; ROOT 6.34 and newer write version 2");
        var end = 4L + (count & ~ByteCountBit);
        if (end < 6 || end > bytes.Length - 8) origin.Throw(0, $"an anchor of {end} bytes and its checksum do not fit into {bytes.Length} bytes");
        VerifyChecksum(bytes[6..(int)end], BinaryPrimitives.ReadUInt64BigEndian(bytes[(int)end..]), origin, (int)end);

        var (epoch, major, minor, patch) = (ReadUInt16(ref reader), ReadUInt16(ref reader), ReadUInt16(ref reader), ReadUInt16(ref reader));
        if (epoch != 1) origin.Throw(6, $"the RNTuple has format {epoch}.{major}.{minor}.{patch}; formats 1.x are supported");
        var header = ReadLink(ref reader);
        var footer = ReadLink(ref reader);
        var largestKey = reader.ReadInt64();
        if (largestKey < 0) reader.Fail($"fMaxKeySize is {largestKey}");
        if (reader.Position > end) origin.Throw(0, $"the anchor has {end} bytes by its byte count, its members need {reader.Position}");
        return new AnchorRecord(epoch, major, minor, patch, header, footer, largestKey);
    }

    private static int ReadUInt16(ref BigEndianReader reader) => BinaryPrimitives.ReadUInt16BigEndian(reader.ReadBytes(2));

    private static EnvelopeLinkRecord ReadLink(ref BigEndianReader reader)
    {
        var (seek, stored, length) = (reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());
        if (seek < 0 || stored < 0 || length < 0) reader.Fail($"an envelope of {stored} bytes ({length} decompressed) at byte {seek}");
        return new EnvelopeLinkRecord(length, new LocatorRecord(stored, seek));
    }

    private static void VerifyChecksum(ReadOnlySpan<byte> fields, ulong stored, RecordOrigin origin, int position)
    {
        var computed = XxHash3.HashToUInt64(fields);
        if (stored != computed) origin.Throw(position, $"the anchor's checksum differs (stored {stored:x16}, computed {computed:x16})");
    }
}
