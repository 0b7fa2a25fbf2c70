using Ristretto.Bytes.Objects.Values;

namespace Ristretto.Bytes.Trees.Fields;

/// <summary>A column with the buffers of its values and of the lists above them, outermost first.</summary>
/// <param name="Column">Name and type.</param>
/// <param name="Values">The flat values.</param>
/// <param name="Lists">The list levels, outermost first.</param>
/// <param name="Outermost">One value per entry: what leads to this column alone.</param>
internal sealed record ColumnView(FieldColumn Column, ValueBuffer Values, ListBuffer[] Lists, ValueBuffer Outermost);

/// <summary>Takes buffers of objects and containers apart into columns of basic values.</summary>
internal sealed class ColumnFlattener
{
    /// <summary>Why pointers have no columns.</summary>
    public const string Pointers = "pointers to objects have no columns; ristretto show prints them";

    private readonly List<ColumnView> _columns = [];
    private readonly List<UnreadBranch> _unread = [];

    /// <summary>The columns, in the same order for equal shapes.</summary>
    public IReadOnlyList<ColumnView> Columns => _columns;

    /// <summary>What has no columns, with the reason.</summary>
    public IReadOnlyList<UnreadBranch> Unread => _unread;

    /// <summary>Takes apart what a branch holds.</summary>
    public static ColumnFlattener Of(string name, ValueBuffer values)
    {
        var flattener = new ColumnFlattener();
        flattener.Add(name, values, new Above([], 1, false), "", static type => type, static inner => inner);
        return flattener;
    }

    // The frame puts a type into what is around it: lists, and behind it the dimensions that have not yet been closed by a list.
    private void Add(string name, ValueBuffer values, Above above, string dimensions, Func<string, string> frame, Func<ValueBuffer, ValueBuffer> outward)
    {
        switch (values)
        {
            case NumberBuffer numbers:
                Add(name, frame(LeafTypes.NameOf(numbers.Type) + dimensions), numbers.Type, values, above, outward);
                break;
            case TextBuffer:
                Add(name, frame(LeafTypes.NameOf(LeafType.String) + dimensions), LeafType.String, values, above, outward);
                break;
            case ListBuffer list:
                Add(name, list.Items, above.And(list), "", type => frame($"list<{type}>{dimensions}"), inner => outward(list.Around(inner)));
                break;
            case ArrayBuffer array:
                Add(name, array.Items, above.And(array), array.IsDeclared ? $"{dimensions}[{array.Length}]" : dimensions, frame, inner => outward(array.Around(inner)));
                break;
            case RecordBuffer record:
                AddMembers(name, record, above, dimensions, frame, outward);
                break;
            case OpaqueBuffer opaque:
                _unread.Add(new UnreadBranch(name, opaque.TypeName, opaque.Reason));
                break;
            default:
                _unread.Add(new UnreadBranch(name, "", Pointers));
                break;
        }
    }

    private void AddMembers(string name, RecordBuffer record, Above above, string dimensions, Func<string, string> frame, Func<ValueBuffer, ValueBuffer> outward)
    {
        if (record.ClassName == "TObject") return;                // its two words say nothing about the data
        foreach (var member in record.Members)
        {
            // Members of base classes stand beside those of the class itself.
            var below = member.IsBase && member.Values is RecordBuffer ? name : $"{name}.{member.Name}";
            Add(below, member.Values, above, dimensions, frame, outward);
        }
    }

    private void Add(string name, string type, LeafType leaf, ValueBuffer values, Above above, Func<ValueBuffer, ValueBuffer> outward)
    {
        var taken = _columns.Count(other => other.Column.Name == name || other.Column.Name.StartsWith($"{name}#", StringComparison.Ordinal));
        var column = new FieldColumn(taken == 0 ? name : $"{name}#{taken + 1}", type, leaf, above.Lists.Length) { FixedLength = above.FixedLength, IsArrayOfLists = above.HasListsInArrays };
        _columns.Add(new ColumnView(column, values, above.Lists, outward(values)));
    }

    /// <summary>What is around values: the lists, outermost first, and the product of the fixed dimensions inside the innermost one.</summary>
    private readonly record struct Above(ListBuffer[] Lists, int FixedLength, bool HasListsInArrays)
    {
        public Above And(ListBuffer list) => new([.. Lists, list], 1, HasListsInArrays || FixedLength > 1);

        public Above And(ArrayBuffer array) => this with { FixedLength = (int)Math.Min(int.MaxValue, (long)FixedLength * array.Length) };
    }
}
