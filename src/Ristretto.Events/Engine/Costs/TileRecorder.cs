using System.Runtime.CompilerServices;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;

namespace Ristretto.Events.Engine.Costs;

/// <summary>Hands out the columns of a file, and keeps a copy of each for later.</summary>
/// <param name="reader">The file, at the events of the tile.</param>
/// <param name="tile">Gets the copies.</param>
/// <param name="memory">Where they lie.</param>
internal sealed class TileRecorder(FileReader reader, HeldTile tile, Workspace memory) : BatchSource
{
    public override Workspace Workspace => reader.Workspace;

    public override int Length => reader.Length;

    public override string Path => reader.Path;

    internal override SampleInfo Sample => reader.Sample;

    public override bool Has(string branch) => reader.Has(branch);

    public override IEnumerable<string> NamesStartingWith(string prefix) => reader.NamesStartingWith(prefix);

    internal override Lists ReadLists(string counter)
    {
        var lists = reader.ReadLists(counter);
        tile.Lists[counter] = ColumnBuffer<int>.CopyOf(lists.Offsets, memory);
        return lists;
    }

    internal override Lists ReadInnerLists(ColumnDefinition column, in Lists lists)
    {
        var inner = reader.ReadInnerLists(column, lists);
        tile.InnerLists[column.Branch] = ColumnBuffer<int>.CopyOf(inner.Offsets, memory);
        return inner;
    }

    internal override ColumnBuffer<byte> Read(ColumnDefinition column, in Lists lists)
    {
        var values = reader.Read(column, lists);
        tile.Values[column.Branch] = column.Type switch
        {
            ElementType.Bool or ElementType.UInt8 => Copy<byte>(values),
            ElementType.Int32 or ElementType.UInt32 or ElementType.Single => Copy<int>(values),
            _ => Copy<long>(values),
        };
        return values;
    }

    private ColumnBuffer<byte> Copy<T>(ColumnBuffer<byte> values) where T : unmanaged =>
        Unsafe.BitCast<ColumnBuffer<T>, ColumnBuffer<byte>>(ColumnBuffer<T>.CopyOf(Unsafe.BitCast<ColumnBuffer<byte>, ColumnBuffer<T>>(values).Span, memory));
}
