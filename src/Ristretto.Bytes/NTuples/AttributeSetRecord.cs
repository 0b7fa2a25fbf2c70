using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.NTuples;

/// <summary>A linked attribute set of RNTuple's footer (from format 1.0.1): another RNTuple with values for ranges of entries. Its name is shown; it is not read.</summary>
/// <param name="SchemaMajor">Major version of its layout.</param>
/// <param name="SchemaMinor">Minor version of its layout.</param>
/// <param name="AnchorBytes">Bytes of its anchor when decompressed.</param>
/// <param name="Anchor">Where its anchor is.</param>
/// <param name="Name">Its name.</param>
public sealed record AttributeSetRecord(int SchemaMajor, int SchemaMinor, long AnchorBytes, LocatorRecord Anchor, string Name)
{
    /// <summary>Bytes of an attribute set at least.</summary>
    internal const int SmallestSize = 8 + 8 + 12 + 4;

    internal static AttributeSetRecord Decode(ref LittleEndianReader reader)
    {
        var end = reader.ReadRecordFrame();
        var set = new AttributeSetRecord(reader.ReadUInt16(), reader.ReadUInt16(), reader.ReadUInt32(), LocatorRecord.Decode(ref reader), reader.ReadString());
        reader.Leave(end);
        return set;
    }
}
