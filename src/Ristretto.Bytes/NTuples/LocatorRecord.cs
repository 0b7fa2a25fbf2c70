using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.NTuples;

/// <summary>A locator of RNTuple: where some bytes are in the file.</summary>
/// <param name="StoredBytes">Number of bytes as stored, a page's checksum not counted.</param>
/// <param name="Offset">Offset of the first one in the file.</param>
public readonly record struct LocatorRecord(long StoredBytes, long Offset)
{
    private const int LargeLocator = 1;

    internal static LocatorRecord Decode(ref LittleEndianReader reader)
    {
        var start = reader.Position;
        var word = reader.ReadInt32();
        if (word >= 0) return new LocatorRecord(word, reader.ReadCount64("the offset of a locator"));
        // Not a plain locator: its own size in the low 16 bits of the positive number, its type in the top byte.
        var head = unchecked((uint)-(long)word);
        var (size, type) = ((int)(head & 0xFFFF), (int)(head >> 24));
        if (type != LargeLocator) reader.Fail($"locators of type {type} are not supported; the data are not in this file");
        if (size < 20) reader.Fail($"a large locator of {size} bytes, it needs 20");
        var locator = new LocatorRecord(reader.ReadCount64("the size of a locator"), reader.ReadCount64("the offset of a locator"));
        reader.ReadBytes(start + size - reader.Position);
        return locator;
    }
}
