using System.Numerics;
using System.Runtime.CompilerServices;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Systematics;

namespace Ristretto.Events.Batches;

/// <summary>The part of a collection of objects that does not depend on which objects they are.</summary>
public abstract partial class ObjectCollection
{
    private readonly EventBatch _batch;
    private readonly int _generation;
    private readonly bool _isWhole;
    private readonly bool _hasAllEvents;
    private readonly Lists _lists;
    private readonly Lists _stored;
    private readonly ColumnBuffer<int> _positions;
    private List<(int Column, ColumnBuffer<byte> Values)>? _gathered;

    /// <summary>The whole collection of the batch's events.</summary>
    protected ObjectCollection(EventBatch batch, string counter)
    {
        (_batch, _generation, _isWhole, _hasAllEvents) = (batch, batch.Generation, true, true);
        _stored = _lists = batch.Source.ReadLists(counter);
    }

    /// <summary>Some objects of a collection.</summary>
    protected ObjectCollection(ObjectCollection parent, ObjectSelection selection)
    {
        (_batch, _generation, _stored) = (parent._batch, parent._generation, parent._stored);
        (_lists, _positions) = (selection.Lists, selection.Positions);
        _hasAllEvents = parent._hasAllEvents && selection.HasAllEvents;
    }

    /// <summary>How the objects are divided among the events.</summary>
    public Lists Lists => _lists;

    /// <summary>Number of objects in each event, shape <c>[events]</c>.</summary>
    public Column<int> Count => _lists.Count;

    /// <summary>Number of events.</summary>
    public int Length => _lists.Length;

    /// <summary>The batch that the objects come from.</summary>
    protected internal EventBatch Batch => _batch;

    /// <summary>Where each object stands in the whole collection, counted from 0 in every event, shape <c>[events][objects]</c>.</summary>
    public JaggedColumn<int> LocalIndex
    {
        get
        {
            var result = ColumnBuffer<int>.Allocate(_batch.Source.Workspace, _lists.Total);
            var target = result.Span;
            var offsets = _lists.Offsets;
            var stored = _stored.Offsets;
            for (var i = 0; i < _lists.Length; i++)
                for (var j = offsets[i]; j < offsets[i + 1]; j++) target[j] = PositionOf(j) - stored[i];
            return new JaggedColumn<int>(_lists, result);
        }
    }

    /// <summary>A column with one number per object.</summary>
    protected internal JaggedColumn<T> Numbers<T>(int column) where T : unmanaged, INumber<T> => new(_lists, Values<T>(column));

    /// <summary>A column with a list of numbers per object.</summary>
    protected internal NestedColumn<T> Nested<T>(int column) where T : unmanaged, INumber<T>
    {
        if (!IsCurrent) ThrowStale();
        var stored = _batch.LoadInner<T>(column, _stored);
        return new NestedColumn<T>(_lists, _isWhole ? stored : stored[new EventIndex(_positions)]);
    }

    /// <summary>A column with yes or no per object.</summary>
    protected internal JaggedMask Flags(int column) => new(_lists, Values<byte>(column));

    /// <summary>One bit of an integer column, as yes or no per object.</summary>
    /// <param name="column">Position of the column in the list of columns.</param>
    /// <param name="bit">Number of the bit, from 0.</param>
    protected internal JaggedMask Bits(int column, int bit)
    {
        var values = Values<int>(column).Span;
        var result = ColumnBuffer<byte>.Allocate(_batch.Source.Workspace, values.Length);
        var target = result.Span;
        for (var i = 0; i < values.Length; i++) target[i] = (byte)(values[i] >> bit & 1);
        return new JaggedMask(_lists, result);
    }

    /// <summary>Other values of columns. For generated code.</summary>
    /// <param name="columns">Positions in the list of columns, and their values; null for those that stay.</param>
    /// <exception cref="ArgumentException">The values are not those of all objects of the events.</exception>
    protected ColumnShift Shift(params ReadOnlySpan<(int Column, JaggedColumn<float>? Values)> columns)
    {
        List<(ColumnDefinition, ColumnBuffer<byte>)> shifted = [];
        foreach (var (column, values) in columns)
        {
            if (values is not { } given) continue;
            var definition = _batch.Definition(column);
            if (!_isWhole) throw new ArgumentException($"{definition.Branch} is shifted for selected objects; shift all of them, and select afterwards");
            _lists.RequireSame(given.Lists, "the objects", $"the shifted {definition.Branch}");
            shifted.Add((definition, Unsafe.BitCast<ColumnBuffer<float>, ColumnBuffer<byte>>(given.Buffer)));
        }
        return new ColumnShift([.. shifted]);
    }

    /// <summary>What a mask selects.</summary>
    protected ObjectSelection Select(JaggedMask mask)
    {
        _lists.RequireSame(mask.Lists, "the objects", "the mask");
        var (lists, positions) = mask.Select();
        return new ObjectSelection(lists, ToStored(positions));
    }

    /// <summary>What positions inside each event's list select.</summary>
    protected ObjectSelection Select(LocalIndex index) => new(index.Lists, ToStored(index.ToFlat(_lists)));

    /// <summary>The objects of some events.</summary>
    protected ObjectSelection Select(EventIndex events)
    {
        var (lists, positions) = _isWhole ? _lists.SelectPositions(events) : _lists.Select(_positions, events);
        return new ObjectSelection(lists, positions, hasAllEvents: false);
    }

    private ColumnBuffer<int> ToStored(ColumnBuffer<int> positions) => _isWhole ? positions : new Column<int>(_positions).Pick(positions);

    private ColumnBuffer<T> Values<T>(int column) where T : unmanaged
    {
        if (!IsCurrent) ThrowStale();
        var stored = _batch.Load<T>(column, _stored);
        if (_isWhole) return stored;
        _gathered ??= new(4);
        foreach (var (known, values) in _gathered)
            if (known == column) return Unsafe.BitCast<ColumnBuffer<byte>, ColumnBuffer<T>>(values);
        var result = ColumnBuffer<T>.Allocate(_batch.Source.Workspace, _positions.Length);
        Ristretto.Columns.Kernels.Gather.Apply(stored.Span, _positions.Span, result.Span);
        _gathered.Add((column, Unsafe.BitCast<ColumnBuffer<T>, ColumnBuffer<byte>>(result)));
        return result;
    }
}
