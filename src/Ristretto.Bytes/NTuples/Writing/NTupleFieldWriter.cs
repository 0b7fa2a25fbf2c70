using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Trees.Writing;

namespace Ristretto.Bytes.NTuples.Writing;

/// <summary>A field of an ntuple that is being written.</summary>
public abstract class NTupleFieldWriter
{
    private protected NTupleFieldWriter(NTupleWriter tuple, NTupleFieldWriter? parent, string name)
    {
        NTupleWriter.RequireName(name);
        (Tuple, ParentField, Name) = (tuple, parent, name);
        tuple.RequireNoEntries(name);
    }

    /// <summary>Name of the field; of an element of a list, <c>_0</c>.</summary>
    public string Name { get; }

    /// <summary>The C++ type that the field has in the file, such as <c>std::vector&lt;float&gt;</c>; empty for one without a name, such as a record.</summary>
    public abstract string TypeName { get; }

    internal NTupleWriter Tuple { get; }

    internal NTupleFieldWriter? ParentField { get; }

    internal List<NTupleFieldWriter> SubFields { get; } = [];

    /// <summary>Position among the fields, in the order of the header.</summary>
    internal int Id { get; set; }

    /// <summary>Structural role: 0 leaf, 1 collection, 2 record, 3 variant.</summary>
    internal virtual ushort Role => 0;

    /// <summary>Length of a fixed array; 0 for none.</summary>
    internal virtual long ArraySize => 0;

    /// <summary>For a projected field: the one whose values it shows.</summary>
    internal virtual NTupleFieldWriter? Source => null;

    /// <summary>Its own columns.</summary>
    internal virtual IReadOnlyList<WrittenColumn> Columns => [];

    /// <summary>For a projected field: the columns that it shows.</summary>
    internal virtual IReadOnlyList<WrittenColumn> AliasColumns => [];

    /// <summary>Text for people; to be set before the first entry.</summary>
    public string Description { get; set; } = "";

    /// <summary>How many elements a sub-field has for the first so many waiting elements of this one.</summary>
    internal virtual long ItemsOf(NTupleFieldWriter item, long elements) => elements;

    /// <summary>Whether exactly so many elements wait, here and below; otherwise what is wrong.</summary>
    internal string? Check(long elements)
    {
        if (WaitingElements is { } waiting && waiting != elements) return $"field \"{Path}\" has {waiting} values where {elements} belong to the entries";
        foreach (var item in SubFields)
            if (item.Check(ItemsOf(item, elements)) is { } problem) return problem;
        return null;
    }

    /// <summary>Bytes of the first so many waiting elements, here and below.</summary>
    internal long BytesOf(long elements)
    {
        var bytes = OwnBytesOf(elements);
        foreach (var item in SubFields) bytes += item.BytesOf(ItemsOf(item, elements));
        return bytes;
    }

    /// <summary>Hands the first waiting elements over, here and below.</summary>
    internal void Cut(WrittenCluster cluster, long elements)
    {
        var items = SubFields.Select(item => ItemsOf(item, elements)).ToArray();
        CutOwn(cluster, elements);
        for (var i = 0; i < items.Length; i++) SubFields[i].Cut(cluster, items[i]);
    }

    /// <summary>Gives the memory back.</summary>
    internal virtual void Release()
    {
        foreach (var item in SubFields) item.Release();
    }

    /// <summary>Elements that wait; null for a field without columns.</summary>
    private protected virtual long? WaitingElements => null;

    private protected virtual long OwnBytesOf(long elements) => 0;

    private protected virtual void CutOwn(WrittenCluster cluster, long elements) { }

    /// <summary>The name with those of the fields around it.</summary>
    private string Path => ParentField is null ? Name : $"{ParentField.Path}.{Name}";

    /// <summary>Hands elements of a column over, in pages.</summary>
    private protected void SubmitPages(WrittenCluster cluster, WrittenColumn column, HandoverBuffer values, int elementBytes, long elements, long clusterStart = 0)
    {
        var perPage = (int)Math.Max(8, Tuple.Options.PageBytes * 8L / column.Bits / 8 * 8);
        var before = clusterStart;
        for (var from = 0L; from < elements; from += perPage)
        {
            var count = (int)Math.Min(perPage, elements - from);
            var slice = new SharedSlice(values.Bytes.Share(), values.Start + checked((int)(from * elementBytes)), count * elementBytes);
            var last = column.Encoding is ColumnEncoding.SplitIndex64 or ColumnEncoding.Index64 ? slice.As<long>()[^1] : 0;
            Tuple.File.Queue.Submit(new PendingPage(cluster, column, Tuple.Compression, slice, count, before, clusterStart));
            before = last;
        }
        column.Elements += elements;
        values.Advance(checked((int)(elements * elementBytes)));
    }
}
