using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Files;

/// <summary>TKey: the header in front of every record, and the entry of an object in a directory.</summary>
/// <param name="TotalBytes">fNbytes: header and stored payload.</param>
/// <param name="Version">fVersion: above 1000 positions are stored in 64 bits.</param>
/// <param name="ObjectBytes">fObjlen: bytes of the payload when decompressed.</param>
/// <param name="Datime">fDatime: year - 1995, month, day, hour, minute, second in 6, 4, 5, 5, 6, 6 bits.</param>
/// <param name="KeyBytes">fKeylen: bytes of this header.</param>
/// <param name="Cycle">fCycle.</param>
/// <param name="SeekKey">fSeekKey: where the record starts.</param>
/// <param name="SeekParent">fSeekPdir: where the record of its directory starts.</param>
/// <param name="ClassName">Class of the object.</param>
/// <param name="Name">Name of the object.</param>
/// <param name="Title">Title of the object.</param>
public sealed record KeyRecord(
    int TotalBytes, short Version, int ObjectBytes, uint Datime, short KeyBytes, short Cycle, long SeekKey, long SeekParent, string ClassName, string Name, string Title)
{
    private const long PositionBits = 0x0000_FFFF_FFFF_FFFF;   // the upper 16 bits of fSeekPdir hold the offset of process ids

    /// <summary>Whether positions are stored in 64 bits.</summary>
    public bool IsBig => Version > 1000;

    /// <summary>Bytes of the payload as stored.</summary>
    public int StoredBytes => TotalBytes - KeyBytes;

    /// <summary>Whether the payload is compressed: then it is shorter than the object.</summary>
    public bool IsCompressed => ObjectBytes != StoredBytes;

    /// <summary>Decodes the key at the reader's position and leaves the reader behind its strings.</summary>
    /// <exception cref="Errors.RootFormatException">A length makes no sense, or the position holds a gap.</exception>
    public static KeyRecord Decode(ref BigEndianReader reader)
    {
        var start = reader.Position;
        var total = reader.ReadInt32();
        if (total < 0) reader.Origin.Throw(start, "the record was deleted: a free segment is where a TKey is expected");
        var version = reader.ReadInt16();
        var objectBytes = reader.ReadInt32();
        var datime = reader.ReadUInt32();
        var keyBytes = reader.ReadInt16();
        var cycle = reader.ReadInt16();
        var isBig = version > 1000;
        var seek = reader.ReadSeek(isBig);
        var parent = reader.ReadSeek(isBig);
        var key = new KeyRecord(total, version, objectBytes, datime, keyBytes, cycle, seek, isBig ? parent & PositionBits : parent,
            reader.ReadString(), reader.ReadString(), reader.ReadString());
        if (keyBytes < reader.Position - start) reader.Origin.Throw(start, $"fKeylen is {keyBytes}, the key '{key.Name}' has {reader.Position - start} bytes");
        if (total < keyBytes) reader.Origin.Throw(start, $"fNbytes is {total} in the key '{key.Name}', less than fKeylen {keyBytes}");
        if (objectBytes < 0) reader.Origin.Throw(start, $"fObjlen is {objectBytes} in the key '{key.Name}'");
        return key;
    }
}
