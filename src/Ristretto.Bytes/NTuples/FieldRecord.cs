using Ristretto.Bytes.Memory;
using Ristretto.Bytes.NTuples.Writing;

namespace Ristretto.Bytes.NTuples;

/// <summary>A field description of RNTuple's header.</summary>
/// <param name="FieldVersion">Version of the field's on-disk layout.</param>
/// <param name="TypeVersion">Version of the class.</param>
/// <param name="ParentId">Field that it is part of; its own id at the top level.</param>
/// <param name="Role">Structural role as stored: 0 leaf, 1 collection, 2 record, 3 variant, 4 streamer.</param>
/// <param name="Name">Field name.</param>
/// <param name="TypeName">C++ type, normalised; empty for untyped collections and records.</param>
/// <param name="TypeAlias">How the type was written, for example Double32_t; may be empty.</param>
/// <param name="Description">Text for people.</param>
/// <param name="ArraySize">Number of repetitions of a fixed array; 0 for none.</param>
/// <param name="SourceFieldId">The field that a projected one shows; -1 for none.</param>
public sealed record FieldRecord(
    uint FieldVersion, uint TypeVersion, int ParentId, int Role, string Name, string TypeName, string TypeAlias, string Description, long ArraySize, int SourceFieldId)
{
    /// <summary>Checksum of the class that identifies its layout; null when none is stored.</summary>
    internal uint? TypeChecksum { get; init; }

    private const int IsRepetitive = 1;
    private const int IsProjected = 2;
    private const int HasChecksum = 4;

    /// <summary>Bytes of a field description at least: its frame, numbers and four empty strings.</summary>
    internal const int SmallestSize = 8 + 16 + 16;

    internal static FieldRecord Decode(ref LittleEndianReader reader)
    {
        var end = reader.ReadRecordFrame();
        var (fieldVersion, typeVersion, parent) = (reader.ReadUInt32(), reader.ReadUInt32(), reader.ReadUInt32());
        var (role, flags) = (reader.ReadUInt16(), reader.ReadUInt16());
        if (parent > int.MaxValue) reader.Fail($"a field with parent {parent}");
        var (name, type, alias, description) = (reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString());
        var arraySize = (flags & IsRepetitive) != 0 ? reader.ReadCount64($"the array size of field {name}") : 0;
        if ((flags & IsRepetitive) != 0 && arraySize == 0) reader.Fail($"the array size of field {name} is 0");
        var source = (flags & IsProjected) != 0 ? reader.ReadUInt32() : uint.MaxValue;
        if ((flags & IsProjected) != 0 && source > int.MaxValue) reader.Fail($"field {name} shows field {source}");
        var checksum = (flags & HasChecksum) != 0 ? reader.ReadUInt32() : default(uint?);
        reader.Leave(end);
        return new FieldRecord(fieldVersion, typeVersion, (int)parent, role, name, type, alias, description, arraySize, source == uint.MaxValue ? -1 : (int)source) { TypeChecksum = checksum };
    }

    internal void Encode(EnvelopeWriter envelope)
    {
        var record = envelope.BeginRecord();
        envelope.UInt32(FieldVersion);
        envelope.UInt32(TypeVersion);
        envelope.Int32(ParentId);
        envelope.UInt16((ushort)Role);
        envelope.UInt16((ushort)((ArraySize > 0 ? IsRepetitive : 0) | (SourceFieldId >= 0 ? IsProjected : 0) | (TypeChecksum is not null ? HasChecksum : 0)));
        foreach (var text in (ReadOnlySpan<string>)[Name, TypeName, TypeAlias, Description]) envelope.String(text);
        if (ArraySize > 0) envelope.Int64(ArraySize);
        if (SourceFieldId >= 0) envelope.Int32(SourceFieldId);
        if (TypeChecksum is { } checksum) envelope.UInt32(checksum);
        envelope.EndRecord(record);
    }
}
