using Ristretto.Bytes.Memory;
using Ristretto.Bytes.NTuples.Writing;

namespace Ristretto.Bytes.NTuples;

/// <summary>Extra type information of RNTuple's header.</summary>
/// <param name="ContentId">What the content is: 0 for streamed TStreamerInfo objects of the fields in ROOT's streaming.</param>
/// <param name="TypeVersion">Version of the type.</param>
/// <param name="TypeName">The type; may be empty.</param>
/// <param name="Content">The bytes.</param>
public sealed record ExtraTypeInfoRecord(uint ContentId, uint TypeVersion, string TypeName, ReadOnlyMemory<byte> Content)
{
    /// <summary>The content is a list of TStreamerInfo, as ROOT streams it.</summary>
    internal const uint StreamerInfos = 0;

    /// <summary>Bytes of an extra type information at least.</summary>
    internal const int SmallestSize = 8 + 16;

    internal static ExtraTypeInfoRecord Decode(ref LittleEndianReader reader)
    {
        var end = reader.ReadRecordFrame();
        var (content, version, name) = (reader.ReadUInt32(), reader.ReadUInt32(), reader.ReadString());
        var length = reader.ReadUInt32();
        if (length > reader.Remaining) reader.Fail($"extra type information of {length} bytes where {reader.Remaining} are left");
        var bytes = reader.ReadBytes((int)length).ToArray();
        reader.Leave(end);
        return new ExtraTypeInfoRecord(content, version, name, bytes);
    }

    internal void Encode(EnvelopeWriter envelope)
    {
        var record = envelope.BeginRecord();
        envelope.UInt32(ContentId);
        envelope.UInt32(TypeVersion);
        envelope.String(TypeName);
        envelope.Int32(Content.Length);
        envelope.Append(Content.Span);
        envelope.EndRecord(record);
    }
}
