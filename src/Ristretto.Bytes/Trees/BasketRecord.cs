using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Trees;

/// <summary>TBasket: the key of a basket with the fields that follow its strings.</summary>
/// <param name="TotalBytes">fNbytes: key and stored payload.</param>
/// <param name="ObjectBytes">fObjlen: bytes of the payload when decompressed.</param>
/// <param name="KeyBytes">fKeylen: bytes of the key with all that belongs to it.</param>
/// <param name="Version">Class version of the basket.</param>
/// <param name="Entries">fNevBuf.</param>
/// <param name="Last">fLast: end of the values, counted from the start of the key.</param>
/// <param name="Flag">What follows: 80 and more when entry offsets were left out.</param>
/// <param name="End">Position behind the fields.</param>
internal readonly record struct BasketRecord(int TotalBytes, int ObjectBytes, int KeyBytes, int Version, int Entries, int Last, byte Flag, int End)
{
    /// <summary>Bytes of values, which come first in the payload.</summary>
    public int Border => Last - KeyBytes;

    /// <summary>Bytes of the payload as stored.</summary>
    public int StoredBytes => TotalBytes - KeyBytes;

    /// <summary>Decodes the key at the reader's position.</summary>
    /// <exception cref="Errors.RootFormatException">It is not the key of a basket, or a length makes no sense.</exception>
    public static BasketRecord Decode(ref BigEndianReader reader)
    {
        var start = reader.Position;
        var total = reader.ReadInt32();
        var isBig = reader.ReadInt16() > 1000;
        var objectBytes = reader.ReadInt32();
        reader.Skip(4);                                           // fDatime
        var keyBytes = reader.ReadInt16();
        reader.Skip(2 + (isBig ? 16 : 8));                        // fCycle, fSeekKey, fSeekPdir
        var isBasket = reader.ReadStringBytes().SequenceEqual("TBasket"u8);
        if (!isBasket) reader.Origin.Throw(start, "no basket starts here: the class in its key is not TBasket");
        reader.ReadStringBytes();
        reader.ReadStringBytes();
        var version = reader.ReadInt16();
        reader.Skip(4);                                           // fBufferSize
        if (reader.ReadInt32() < 0) reader.Skip(1);               // fNevBufSize; when negative, fIOBits follows
        var entries = reader.ReadInt32();
        var last = reader.ReadInt32();
        var flag = reader.ReadByte();
        if (keyBytes <= 0 || entries < 0 || last < 0 || objectBytes < 0)
            reader.Origin.Throw(start, $"the basket's key makes no sense: fKeylen {keyBytes}, fNevBuf {entries}, fLast {last}, fObjlen {objectBytes}");
        return new BasketRecord(total, objectBytes, keyBytes, version, entries, last, flag, reader.Position);
    }

    /// <summary>Checks what holds for baskets in the file: the key ends where it says, lengths agree, values lie inside the payload.</summary>
    public void CheckStored(RecordOrigin origin, int bytes)
    {
        if (TotalBytes != bytes) origin.Throw(0, $"fNbytes is {TotalBytes}, the branch says {bytes}");
        if (End > KeyBytes || KeyBytes > TotalBytes) origin.Throw(0, $"fKeylen is {KeyBytes}, the key ends at {End} and the record at {TotalBytes}");
        if (Border < 0 || Border > ObjectBytes) origin.Throw(0, $"fLast is {Last}, outside the {ObjectBytes} bytes behind the key of {KeyBytes}");
    }
}
