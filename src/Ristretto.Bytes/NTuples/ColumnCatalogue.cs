using Ristretto.Bytes.Errors;
using Ristretto.Bytes.NTuples.Encodings;
using Ristretto.Bytes.Objects.Values;
using Ristretto.Bytes.Trees;
using Ristretto.Bytes.Trees.Fields;

namespace Ristretto.Bytes.NTuples;

/// <summary>Follows the fields of an RNTuple down to their leaves: the columns that can be read, the fields that cannot, and those without any content.</summary>
internal sealed class ColumnCatalogue
{
    /// <summary>Fields nested deeper than this are taken for corruption.</summary>
    private const int LargestDepth = 64;

    private readonly NTuple _ntuple;
    private readonly List<NTupleColumn> _columns = [];
    private readonly List<UnreadField> _unread = [];
    private readonly List<string> _empty = [];
    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);
    private readonly List<NTupleLevel> _levels = [];

    /// <summary>The columns of all fields.</summary>
    public ColumnCatalogue(NTuple ntuple, IReadOnlyList<NTupleField> fields)
    {
        _ntuple = ntuple;
        var refused = new HashSet<int>();
        foreach (var field in fields)
        {
            if (Refuse(field, 0) is { } reason)
            {
                refused.Add(field.Id);
                _unread.Add(new UnreadField(Distinct(field.Name), field.TypeName, reason));
            }
            else
            {
                Walk(field, field.Name, isMap: false);
            }
        }
    }

    /// <summary>The columns with values that can be read, in stored order.</summary>
    public IReadOnlyList<NTupleColumn> Columns => _columns;

    /// <summary>The top-level fields that cannot be read, with the reason.</summary>
    public IReadOnlyList<UnreadField> Unread => _unread;

    /// <summary>The fields without a single leaf.</summary>
    public IReadOnlyList<string> Empty => _empty;

    /// <summary>Why a field cannot be read: it or a part of it is of an unknown kind; null when it can.</summary>
    private string? Refuse(NTupleField field, int depth)
    {
        if (depth > LargestDepth) return $"fields are nested more than {LargestDepth} deep";
        if (RefuseAlone(field) is { } reason) return depth == 0 ? reason : $"its part {field.Name}: {reason}";
        foreach (var child in field.Children)
            if (Refuse(child, depth + 1) is { } below) return below;
        return null;
    }

    private string? RefuseAlone(NTupleField field)
    {
        var record = field.Record;
        if (record.FieldVersion > 0) return $"version {record.FieldVersion} of the field's layout is not known";
        if (record.ArraySize > int.MaxValue / 8) return $"an array of {record.ArraySize} repetitions";
        foreach (var column in field.Representations.SelectMany(columns => columns))
            if (!EncodingTypes.IsKnown(column.Encoding, column.Bits)) return $"columns of type 0x{(int)column.Encoding:x2} with {column.Bits} bits are not known";
        return (FieldRole)record.Role switch
        {
            FieldRole.Leaf => RefuseLeaf(field),
            FieldRole.Collection => field.Children.Count == 1 ? RequireColumns(field, EncodingTypes.IsIndex) : $"a collection with {field.Children.Count} parts",
            FieldRole.Record => field.Representations.Count == 0 ? null : "a record with columns",
            FieldRole.Variant => RequireColumns(field, static encoding => encoding == ColumnEncoding.Switch),
            FieldRole.Streamer => RefuseStreamed(field),
            _ => $"fields of role {record.Role} are not known",
        };
    }

    private string? RefuseStreamed(NTupleField field)
    {
        if (field.Children.Count > 0) return $"a streamed object with {field.Children.Count} parts";
        if (RequireColumns(field, EncodingTypes.IsIndex, static encoding => encoding == ColumnEncoding.Byte) is { } reason) return reason;
        try
        {
            StreamedField.StepOf(field, _ntuple.Classes, out reason);
            return reason;
        }
        catch (RootFormatException error)
        {
            return $"the description of its class is damaged: {error.Reason}";
        }
    }

    private static string? RefuseLeaf(NTupleField field)
    {
        if (field.Children.Count > 0)
        {
            if (field.Representations.Count == 0) return field.Children.Count == 1 ? null : $"a leaf with {field.Children.Count} parts";
            return field.Children.Count == 1 ? RequireColumns(field, EncodingTypes.IsIndex) : "a leaf with columns and parts";
        }
        if (FieldTypes.CardinalityOf(field.TypeName) is not null) return RequireColumns(field, EncodingTypes.IsIndex);
        if (ValueType(field) is not { } type) return field.TypeName.Length == 0 ? "it has no type" : $"the type {field.TypeName} is not known";
        if (type == LeafType.String) return RequireColumns(field, EncodingTypes.IsIndex, static encoding => encoding == ColumnEncoding.Char);
        return RequireColumns(field, encoding => EncodingTypes.NaturalType(encoding) is { } natural && !EncodingTypes.IsIndex(encoding) && EncodingTypes.Converts(natural, type));
    }

    /// <summary>Every representation has exactly these columns.</summary>
    private static string? RequireColumns(NTupleField field, params Func<ColumnEncoding, bool>[] accepts)
    {
        if (field.Representations.Count == 0) return "it has no columns";
        foreach (var columns in field.Representations)
        {
            if (columns.Count != accepts.Length) return $"it has {columns.Count} columns, {accepts.Length} are expected";
            for (var i = 0; i < accepts.Length; i++)
                if (!accepts[i](columns[i].Encoding)) return $"it has a column of type {columns[i].Encoding}, which does not fit {(field.TypeName.Length == 0 ? "it" : field.TypeName)}";
        }
        return null;
    }

    private static LeafType? ValueType(NTupleField field) =>
        field.TypeName.StartsWith("std::bitset<", StringComparison.Ordinal) && field.Record.ArraySize > 0 ? LeafType.Bool : FieldTypes.Of(field.TypeName);

    private void Walk(NTupleField field, string name, bool isMap)
    {
        var depth = _levels.Count;
        if (field.Record.ArraySize > 0) _levels.Add(NTupleLevel.Fixed(field, (int)field.Record.ArraySize));
        switch ((FieldRole)field.Record.Role)
        {
            case FieldRole.Variant:
                WalkVariant(field, name);
                break;
            case FieldRole.Record:
                WalkRecord(field, name, isMap);
                break;
            case FieldRole.Collection:
                _levels.Add(NTupleLevel.List(field));
                Walk(field.Children[0], name, FieldTypes.IsMap(field.TypeName));
                break;
            case FieldRole.Leaf when field.Children.Count > 0:
                if (field.Representations.Count > 0) _levels.Add(NTupleLevel.List(field));
                Walk(field.Children[0], name, isMap: false);
                break;
            case FieldRole.Streamer:
                WalkStreamed(field, name);
                break;
            default:
                AddLeaf(field, name);
                break;
        }
        _levels.RemoveRange(depth, _levels.Count - depth);
    }

    private void WalkRecord(NTupleField field, string name, bool isMap)
    {
        if (field.Children.Count == 0) _empty.Add(name);
        for (var i = 0; i < field.Children.Count; i++)
        {
            var child = field.Children[i];
            var isBase = child.Name.StartsWith(":_", StringComparison.Ordinal);
            var part = isMap && field.Children.Count == 2 ? (i == 0 ? "key" : "value") : child.Name;
            if (!isBase || child.Children.Count > 0) Walk(child, isBase ? name : $"{name}.{part}", isMap: false);
        }
    }

    private void WalkVariant(NTupleField field, string name)
    {
        Add(field, $"{name}.index", LeafType.Int32, LeafSource.Alternatives);
        for (var i = 0; i < field.Children.Count; i++)
        {
            _levels.Add(NTupleLevel.AlternativeOf(field, i + 1));
            Walk(field.Children[i], $"{name}.alt{i}", isMap: false);
            _levels.RemoveAt(_levels.Count - 1);
        }
    }

    private void WalkStreamed(NTupleField field, string name)
    {
        var streamed = new StreamedField(_ntuple, name, field, _ntuple.Classes, StreamedField.StepOf(field, _ntuple.Classes, out _)!);
        var flat = streamed.Flatten(streamed.Step.NewBuffer());
        var (outer, lists) = (_levels.Count, new List<ListBuffer>());
        var outerLists = _levels.Count(level => level.IsList);
        for (var i = 0; i < flat.Columns.Count; i++)
        {
            var view = flat.Columns[i];
            _levels.AddRange(streamed.Levels(view, lists));
            Add(field, view.Column.Name, view.Column.LeafType, LeafSource.Objects, new StreamedColumn(streamed, i, outer, outerLists));
            _levels.RemoveRange(outer, _levels.Count - outer);
        }
        foreach (var unread in flat.Unread) _unread.Add(new UnreadField(Distinct(unread.Name), unread.ClassName, unread.Reason == ColumnFlattener.Pointers ? "pointers to objects have no columns" : unread.Reason));
        if (flat.Columns.Count == 0 && flat.Unread.Count == 0) _empty.Add(name);
    }

    private void AddLeaf(NTupleField field, string name)
    {
        if (FieldTypes.CardinalityOf(field.TypeName) is { } lengths) Add(field, name, lengths, LeafSource.Lengths);
        else if (ValueType(field) is { } type) Add(field, name, type, type == LeafType.String ? LeafSource.Strings : LeafSource.Values);
    }

    private void Add(NTupleField field, string name, LeafType type, LeafSource source, StreamedColumn? streamed = null)
    {
        var values = 1L;
        foreach (var level in _levels.Where(level => !level.IsList))
        {
            values *= level.FixedLength;
            if (values <= int.MaxValue / 8) continue;
            _unread.Add(new UnreadField(Distinct(name), field.TypeName, "its fixed dimensions multiply to more than fits into memory"));
            return;
        }
        _columns.Add(new NTupleColumn(_ntuple, Distinct(name), field, type, source, [.. _levels]) { Streamed = streamed });
    }

    private string Distinct(string name)
    {
        if (_taken.TryAdd(name, 1)) return name;
        return $"{name}#{++_taken[name]}";
    }
}
