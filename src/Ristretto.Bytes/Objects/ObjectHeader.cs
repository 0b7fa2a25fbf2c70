using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Objects;

/// <summary>The byte count and the class version in front of a streamed object.</summary>
/// <param name="Start">Position of the header.</param>
/// <param name="End">Position behind the object; -1 when no byte count is stored.</param>
/// <param name="Version">Class version, without the bit for member-wise streaming.</param>
internal readonly record struct ObjectHeader(int Start, int End, int Version)
{
    private const uint ByteCountBit = 0x4000_0000;

    /// <summary>Reads a header; one of a class without a version is followed by a checksum, which is passed.</summary>
    public static ObjectHeader Read(ref BigEndianReader reader)
    {
        var start = reader.Position;
        if ((reader.PeekUInt32() & ByteCountBit) == 0) return new ObjectHeader(start, -1, reader.ReadInt16());
        var end = ReadEnd(ref reader, start);
        var version = reader.ReadInt16() & 0xBFFF;
        if (version == 0 && end - reader.Position >= 4) reader.Skip(4);
        return new ObjectHeader(start, end, version);
    }

    /// <summary>Reads the header of a histogram, which goes on with that of its base class. TH1L and its like have class version 0, usually without the
    /// checksum that other classes of version 0 carry.</summary>
    public static ObjectHeader ReadHistogram(ref BigEndianReader reader)
    {
        var header = Read(ref reader);
        if (header.Version != 0 || header.End < 0) return header;
        reader.Seek(header.Start + 6);
        if (!IsByteCount(reader, header.End)) reader.Skip(4);
        return header;
    }

    /// <summary>Whether the next word counts bytes, as in front of a base class, and they fit before <paramref name="end"/>; otherwise it is a checksum.</summary>
    public static bool IsByteCount(BigEndianReader reader, int end)
    {
        var word = reader.PeekUInt32();
        return (word & ByteCountBit) != 0 && (word & ~ByteCountBit) <= (uint)Math.Max(0, end - reader.Position - 4);
    }

    /// <summary>Passes an object whatever is in it.</summary>
    public static void SkipObject(ref BigEndianReader reader, string what)
    {
        var header = Read(ref reader);
        if (header.End < 0) reader.Fail($"{what} has no byte count");
        reader.Seek(header.End);
    }

    /// <summary>Goes on behind the object; what a newer class version added is passed.</summary>
    public void Leave(ref BigEndianReader reader, string what)
    {
        if (End < 0) return;
        if (reader.Position > End) reader.Fail($"{what} is longer than its byte count says");
        reader.Seek(End);
    }

    /// <summary>Reads a byte count word and returns the position behind the object.</summary>
    internal static int ReadEnd(ref BigEndianReader reader, int start)
    {
        var count = reader.ReadUInt32() & ~ByteCountBit;
        if (count > (uint)reader.Remaining) reader.Origin.Throw(start, $"an object of {count} bytes does not fit into the {reader.Remaining} bytes left");
        return start + 4 + (int)count;
    }
}
