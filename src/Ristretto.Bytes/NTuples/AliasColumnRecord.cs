using Ristretto.Bytes.Memory;
using Ristretto.Bytes.NTuples.Writing;

namespace Ristretto.Bytes.NTuples;

/// <summary>An alias column of RNTuple's header: a stored column that a projected field shows.</summary>
/// <param name="ColumnId">The stored column.</param>
/// <param name="FieldId">The projected field.</param>
public sealed record AliasColumnRecord(int ColumnId, int FieldId)
{
    /// <summary>Bytes of an alias column.</summary>
    internal const int SmallestSize = 8 + 8;

    internal static AliasColumnRecord Decode(ref LittleEndianReader reader)
    {
        var end = reader.ReadRecordFrame();
        var (column, field) = (reader.ReadUInt32(), reader.ReadUInt32());
        if (column > int.MaxValue || field > int.MaxValue) reader.Fail($"an alias of column {column} for field {field}");
        reader.Leave(end);
        return new AliasColumnRecord((int)column, (int)field);
    }

    internal void Encode(EnvelopeWriter envelope)
    {
        var record = envelope.BeginRecord();
        envelope.Int32(ColumnId);
        envelope.Int32(FieldId);
        envelope.EndRecord(record);
    }
}
