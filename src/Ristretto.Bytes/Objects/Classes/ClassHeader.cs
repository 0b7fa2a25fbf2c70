using Ristretto.Bytes.Files;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Objects.Classes;

/// <summary>Byte count, class version and perhaps checksum in front of an object of a described class.</summary>
/// <param name="End">Position behind the object; -1 when no byte count is stored.</param>
/// <param name="Info">The layout that the header selects.</param>
internal readonly record struct ClassHeader(int End, StreamerInfoRecord Info)
{
    private const uint ByteCountBit = 0x4000_0000;
    private const int MemberWiseBit = 0x4000;

    /// <summary>Reads a header. A class of version 0 carries a checksum, unless the class as such has version 0.</summary>
    public static ClassHeader Read(ref BigEndianReader reader, ClassInfo info)
    {
        var start = reader.Position;
        if ((reader.PeekUInt32() & ByteCountBit) == 0) return new ClassHeader(-1, info.OfVersion(reader.ReadInt16()));
        var end = ObjectHeader.ReadEnd(ref reader, start);
        if (end - reader.Position < 2) reader.Fail($"an object of class {info.Name} has no room for its version");
        var version = reader.ReadInt16() & ~MemberWiseBit;
        if (version != 0 || end - reader.Position < 4) return new ClassHeader(end, info.OfVersion(version));
        if (info.WithChecksum(reader.PeekUInt32()) is { } layout)
        {
            reader.Skip(4);
            return new ClassHeader(end, layout);
        }
        // A class whose version is 0 has no checksum: what comes then is the byte count of its base class.
        var isBase = info.Latest.Elements is [{ ElementClass: "TStreamerBase", Name: not "TObject" }, ..];
        if (info.Latest.Version != 0 || (isBase && !ObjectHeader.IsByteCount(reader, end))) reader.Skip(4);
        return new ClassHeader(end, info.OfVersion(0));
    }
}
