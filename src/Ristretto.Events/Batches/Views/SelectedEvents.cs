using System.Runtime.CompilerServices;
using Ristretto.Columns.Arrays;
using Ristretto.Columns.Kernels;
using Ristretto.Events.Engine;

namespace Ristretto.Events.Batches.Views;

/// <summary>Some events of a batch as the events of another: a column is picked when it is asked for, and what nobody asks for costs nothing.</summary>
internal sealed class SelectedEvents(EventBatch parent) : BatchSource
{
    private readonly Dictionary<string, (Lists Lists, ColumnBuffer<int> Positions)> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Lists Lists, ColumnBuffer<int> Positions)> _innerLists = new(StringComparer.Ordinal);
    private EventIndex _events;
    private EventBatch? _same;
    private ColumnSet? _replaced;

    public override Workspace Workspace => parent.Source.Workspace;

    public override int Length => _events.Length;

    public override string Path => parent.Path;

    internal override SampleInfo Sample => parent.Source.Sample;

    /// <summary>The batch.</summary>
    internal EventBatch Parent => parent;

    /// <summary>The events in the batch.</summary>
    internal EventIndex Events => _events;

    /// <summary>Goes to other events.</summary>
    /// <param name="events">The events in the batch.</param>
    /// <param name="same">Where they stand already, but for some columns.</param>
    /// <param name="replaced">Those columns.</param>
    internal void Select(EventIndex events, EventBatch? same = null, ColumnSet? replaced = null)
    {
        (_events, _same, _replaced) = (events, same, replaced);
        _lists.Clear();
        _innerLists.Clear();
    }

    public override bool Has(string branch) => parent.Has(branch);

    public override IEnumerable<string> NamesStartingWith(string prefix) => parent.Source.NamesStartingWith(prefix);

    internal override Lists ReadLists(string counter) => _same?.Source.ReadLists(counter) ?? ListsOf(counter).Lists;

    internal override Lists ReadInnerLists(ColumnDefinition column, in Lists lists) => _same?.StoredInner(column) ?? InnerListsOf(column).Lists;

    internal override ColumnBuffer<byte> Read(ColumnDefinition column, in Lists lists)
    {
        if (_same is not null && !_replaced!.Contains(_same.IndexOf(column.Branch))) return _same.Stored(column);
        var positions = column.IsNested ? InnerListsOf(column).Positions : column.Counter is { } counter ? ListsOf(counter).Positions : _events.Buffer;
        var stored = parent.Stored(column);
        return column.Type switch
        {
            ElementType.Bool or ElementType.UInt8 => Pick<byte>(stored, positions),
            ElementType.Int32 or ElementType.UInt32 or ElementType.Single => Pick<int>(stored, positions),
            _ => Pick<long>(stored, positions),
        };
    }

    private (Lists Lists, ColumnBuffer<int> Positions) ListsOf(string counter)
    {
        if (_lists.TryGetValue(counter, out var known)) return known;
        return _lists[counter] = parent.Source.ReadLists(counter).SelectPositions(_events);
    }

    private (Lists Lists, ColumnBuffer<int> Positions) InnerListsOf(ColumnDefinition column)
    {
        if (_innerLists.TryGetValue(column.Branch, out var known)) return known;
        return _innerLists[column.Branch] = parent.StoredInner(column).SelectPositions(new EventIndex(ListsOf(column.Counter!).Positions));
    }

    private ColumnBuffer<byte> Pick<T>(ColumnBuffer<byte> stored, ColumnBuffer<int> positions) where T : unmanaged
    {
        var result = ColumnBuffer<T>.Allocate(Workspace, positions.Length);
        Gather.Apply(Unsafe.BitCast<ColumnBuffer<byte>, ColumnBuffer<T>>(stored).Span, positions.Span, result.Span);
        return Unsafe.BitCast<ColumnBuffer<T>, ColumnBuffer<byte>>(result);
    }
}
