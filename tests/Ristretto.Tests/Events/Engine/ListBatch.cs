using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;

namespace Ristretto.Tests.Events.Engine;

/// <summary>A batch written by hand, with lists that nothing counts, lists of lists and arrays: those of <see cref="Shared.NTupleExample"/>.</summary>
public sealed class ListBatch() : EventBatch(s_columns)
{
    private static readonly ColumnDefinition[] s_columns =
    [
        new("vvd", ElementType.Double, "vvd", "") { IsNested = true },
        new("vf", ElementType.Single, "vf", ""),
        new("array", ElementType.Int32, "array", ""),
    ];

    internal NestedColumn<double> Nested => NestedColumn<double>(0);

    internal JaggedColumn<float> List => ListColumn<float>(1);

    internal JaggedColumn<int> Array => ListColumn<int>(2);

    internal ReadOnlySpan<float> ListOf(int index) => ElementList<float>(1, index);

    /// <summary>Objects with a list of numbers each.</summary>
    internal ListObjects Lists => new(this);
}

/// <summary>A batch whose columns are declared with other shapes than they have.</summary>
public sealed class WrongListBatch() : EventBatch(s_columns)
{
    private static readonly ColumnDefinition[] s_columns =
    [
        new("vi", ElementType.Int32, "vf", ""),
        new("f32", ElementType.Single, "f32", ""),
        new("vvd", ElementType.Double, null, ""),
        new("vf", ElementType.Single, "vf", "") { IsNested = true },
    ];

    internal JaggedColumn<int> CountedByAnother => ListColumn<int>(0);

    internal JaggedColumn<float> ValueAsList => ListColumn<float>(1);

    internal Column<double> NestedAsValue => NumberColumn<double>(2);

    internal NestedColumn<float> ListAsNested => NestedColumn<float>(3);
}

/// <summary>Objects that a list of lists counts.</summary>
public sealed class ListObjects : ObjectCollection<ListObjects>
{
    internal ListObjects(ListBatch batch) : base(batch, "vvd") { }

    private ListObjects(ListObjects parent, ObjectSelection selection) : base(parent, selection) { }

    internal NestedColumn<double> Numbers => Nested<double>(0);

    internal ReadOnlySpan<double> NumbersOf(int list, int index) => Batch.ElementList<double>(0, InList(list).At(index));

    protected override ListObjects Create(ObjectSelection selection) => new(this, selection);
}
