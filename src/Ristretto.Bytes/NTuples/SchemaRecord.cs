using Ristretto.Bytes.Memory;
using Ristretto.Bytes.NTuples.Writing;

namespace Ristretto.Bytes.NTuples;

/// <summary>The schema description of an RNTuple: that of the header, continued by the footer's extension. Ids are positions in these lists.</summary>
public sealed class SchemaRecord
{
    private readonly List<FieldRecord> _fields;
    private readonly List<ColumnRecord> _columns;
    private readonly List<AliasColumnRecord> _aliases;
    private readonly List<ExtraTypeInfoRecord> _extra;

    internal SchemaRecord(IEnumerable<FieldRecord> fields, IEnumerable<ColumnRecord> columns, IEnumerable<AliasColumnRecord> aliases, IEnumerable<ExtraTypeInfoRecord> extra) =>
        (_fields, _columns, _aliases, _extra) = ([.. fields], [.. columns], [.. aliases], [.. extra]);

    /// <summary>All fields.</summary>
    public IReadOnlyList<FieldRecord> Fields => _fields;

    /// <summary>All stored columns.</summary>
    public IReadOnlyList<ColumnRecord> Columns => _columns;

    /// <summary>All alias columns.</summary>
    public IReadOnlyList<AliasColumnRecord> Aliases => _aliases;

    /// <summary>Extra type information.</summary>
    public IReadOnlyList<ExtraTypeInfoRecord> ExtraTypeInfos => _extra;

    /// <summary>Appends the four lists at the reader's position.</summary>
    internal void Append(ref LittleEndianReader reader)
    {
        var end = reader.ReadListFrame(FieldRecord.SmallestSize, out var count);
        for (var i = 0; i < count; i++) _fields.Add(FieldRecord.Decode(ref reader));
        reader.Leave(end);
        end = reader.ReadListFrame(ColumnRecord.SmallestSize, out count);
        for (var i = 0; i < count; i++) _columns.Add(ColumnRecord.Decode(ref reader, _columns.Count));
        reader.Leave(end);
        end = reader.ReadListFrame(AliasColumnRecord.SmallestSize, out count);
        for (var i = 0; i < count; i++) _aliases.Add(AliasColumnRecord.Decode(ref reader));
        reader.Leave(end);
        end = reader.ReadListFrame(ExtraTypeInfoRecord.SmallestSize, out count);
        for (var i = 0; i < count; i++) _extra.Add(ExtraTypeInfoRecord.Decode(ref reader));
        reader.Leave(end);
    }

    /// <summary>Writes the four lists.</summary>
    internal void Encode(EnvelopeWriter envelope)
    {
        var list = envelope.BeginList(_fields.Count);
        foreach (var field in _fields) field.Encode(envelope);
        envelope.EndList(list);
        list = envelope.BeginList(_columns.Count);
        foreach (var column in _columns) column.Encode(envelope);
        envelope.EndList(list);
        list = envelope.BeginList(_aliases.Count);
        foreach (var alias in _aliases) alias.Encode(envelope);
        envelope.EndList(list);
        list = envelope.BeginList(_extra.Count);
        foreach (var extra in _extra) extra.Encode(envelope);
        envelope.EndList(list);
    }
}
