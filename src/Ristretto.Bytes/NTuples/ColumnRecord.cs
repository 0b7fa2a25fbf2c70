using Ristretto.Bytes.Memory;
using Ristretto.Bytes.NTuples.Writing;

namespace Ristretto.Bytes.NTuples;

/// <summary>A column description of RNTuple's header.</summary>
/// <param name="Id">Position in the list of columns.</param>
/// <param name="Encoding">How elements are stored; a number outside the enumeration is a type that is not known here.</param>
/// <param name="Bits">Bits per element.</param>
/// <param name="FieldId">Field that it belongs to.</param>
/// <param name="Representation">Which of the field's representations it is part of.</param>
/// <param name="IsDeferred">Whether it was added after entries had been written; earlier elements are zero and not stored.</param>
/// <param name="FirstElement">First stored element of a deferred column; 0 otherwise.</param>
/// <param name="Low">Smallest value, for <see cref="ColumnEncoding.Real32Quant"/>.</param>
/// <param name="High">Largest value.</param>
public sealed record ColumnRecord(
    int Id, ColumnEncoding Encoding, int Bits, int FieldId, int Representation, bool IsDeferred, long FirstElement, double Low, double High)
{
    private const int HasFirstElement = 1;
    private const int HasRange = 2;

    /// <summary>Bytes of a column description at least.</summary>
    internal const int SmallestSize = 8 + 12;

    internal static ColumnRecord Decode(ref LittleEndianReader reader, int id)
    {
        var end = reader.ReadRecordFrame();
        var (type, bits, field) = (reader.ReadUInt16(), reader.ReadUInt16(), reader.ReadUInt32());
        var (flags, representation) = (reader.ReadUInt16(), reader.ReadUInt16());
        if (field > int.MaxValue) reader.Fail($"column {id} belongs to field {field}");
        var isDeferred = (flags & HasFirstElement) != 0;
        var first = isDeferred ? reader.ReadInt64() : 0;            // negative: suppressed in the clusters before
        if (first == long.MinValue) reader.Fail($"the first element of column {id} is {first}");
        var (low, high) = (flags & HasRange) != 0 ? (reader.ReadDouble(), reader.ReadDouble()) : (0, 0);
        reader.Leave(end);
        return new ColumnRecord(id, (ColumnEncoding)type, bits, (int)field, representation, isDeferred, Math.Abs(first), low, high);
    }

    internal void Encode(EnvelopeWriter envelope)
    {
        var record = envelope.BeginRecord();
        envelope.UInt16((ushort)Encoding);
        envelope.UInt16((ushort)Bits);
        envelope.Int32(FieldId);
        envelope.UInt16((ushort)((IsDeferred ? HasFirstElement : 0) | (HasRangeOfValues ? HasRange : 0)));
        envelope.UInt16((ushort)Representation);
        if (IsDeferred) envelope.Int64(FirstElement);
        if (HasRangeOfValues)
        {
            envelope.Double(Low);
            envelope.Double(High);
        }
        envelope.EndRecord(record);
    }

    private bool HasRangeOfValues => Low != 0 || High != 0;
}
