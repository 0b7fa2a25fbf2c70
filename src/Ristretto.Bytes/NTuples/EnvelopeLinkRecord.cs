using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.NTuples;

/// <summary>An envelope link of RNTuple: where an envelope is and how long it is when decompressed.</summary>
/// <param name="Length">Bytes when decompressed.</param>
/// <param name="Locator">Where it is stored.</param>
public readonly record struct EnvelopeLinkRecord(long Length, LocatorRecord Locator)
{
    internal static EnvelopeLinkRecord Decode(ref LittleEndianReader reader) => new(reader.ReadCount64("the length of an envelope"), LocatorRecord.Decode(ref reader));
}
