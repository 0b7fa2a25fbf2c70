using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Systematics;

namespace Ristretto.Events.Batches;

/// <summary>Some consecutive events of one file, column by column. A column is read when it is first asked for; what is never asked for is never read.</summary>
/// <remarks>The engine hands the same batch object to the analysis again and again with other events. Columns and collections taken from it live until then.</remarks>
public abstract partial class EventBatch
{
    private readonly IReadOnlyList<ColumnDefinition> _columns;
    private readonly IReadOnlyList<string> _counters;
    private readonly Slot[] _slots;
    private readonly Slot[] _lists;
    private readonly List<int> _read = [];
    private ColumnSet? _reads;
    private BatchSource? _source;
    private Dictionary<string, int>? _positions;
    private Lists[]? _inner;                   // the innermost lists of each column that has any

    /// <summary>A batch of events with the given columns and collections; the numbers that generated code passes are positions in these lists.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="counters">The columns with the number of objects in each event, one for each collection; null for no collections.</param>
    protected EventBatch(IReadOnlyList<ColumnDefinition> columns, IReadOnlyList<string>? counters = null)
    {
        (_columns, _counters) = (columns, counters ?? []);
        (_slots, _lists) = (new Slot[columns.Count], new Slot[_counters.Count]);
    }

    /// <summary>Number of events.</summary>
    public int Length { get; private set; }

    /// <summary>Position of the batch's first event in its file.</summary>
    public long FirstEntry { get; private set; }

    /// <summary>The file that the events come from.</summary>
    public string Path => Source.Path;

    /// <summary>Where the columns come from.</summary>
    protected internal BatchSource Source => _source ?? throw new InvalidOperationException("the batch has no events yet");

    /// <summary>Counts the times the batch was given other events; collections compare it to know whether they are still valid.</summary>
    internal int Generation { get; private set; }

    /// <summary>Whether the file has a branch of this name.</summary>
    public bool Has(string branch) => Source.Has(branch);

    /// <summary>A mask with the same answer for all events.</summary>
    public Mask All(bool value = true) => Mask.All(Length, value, Source.Workspace);

    /// <summary>Yes or no per event, to be marked in a loop over events.</summary>
    public EventMarks Marks() => new(ColumnBuffer<byte>.Allocate(Source.Workspace, Length));

    /// <summary>An empty list of values to collect from the events; it lives as long as the batch's events.</summary>
    public BatchList<T> List<T>() where T : unmanaged => new(Source.Workspace);

    /// <summary>What a program that goes over the batch again and again keeps with it, such as views of some of its events; null for nothing.</summary>
    internal object? Companion { get; set; }

    /// <summary>The variations that were made of the events; null for none.</summary>
    internal object? Variations { get; set; }

    /// <summary>What is odd about the events' weights; null without weights.</summary>
    internal Selections.WeightChecks? WeightChecks { get; set; }

    /// <summary>Which variations are wanted.</summary>
    public SystematicsMode Systematics { get; internal set; }

    /// <summary>A column as its source gives it, whether the schema declares it or not; it is read once.</summary>
    internal ColumnBuffer<byte> Stored(ColumnDefinition column)
    {
        var lists = column.Counter is { } counter ? Source.ReadLists(counter) : default;
        return IndexOf(column.Branch) is >= 0 and var position ? Load<byte>(position, lists) : Source.Read(column, lists);
    }

    /// <summary>The lists of a nested column in the lists of the events.</summary>
    internal Lists StoredInner(ColumnDefinition column) => Source.ReadInnerLists(column, Source.ReadLists(column.Counter!));

    internal void Bind(BatchSource source, long firstEntry)
    {
        (_source, FirstEntry, Length) = (source, firstEntry, source.Length);
        Generation++;
        foreach (var column in _read) _slots[column] = default;
        _read.Clear();
        _lists.AsSpan().Clear();
    }

    /// <summary>Whether a collection was made for the events at hand. For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected bool IsCurrent([NotNullWhen(true)] ObjectCollection? objects) => objects is not null && ReferenceEquals(objects.Batch, this) && objects.IsCurrent;

    /// <summary>The events for which a mask is true. For generated code.</summary>
    /// <exception cref="ArgumentException">The mask has another length.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected EventIndex Selected(Mask mask) => mask.ToIndex(Length);

    /// <summary>A column with one number per event. For generated code.</summary>
    /// <param name="column">Its position in the list of columns.</param>
    protected internal Column<T> NumberColumn<T>(int column) where T : unmanaged, INumber<T> => new(Load<T>(column, default));

    /// <summary>A column with yes or no per event. For generated code.</summary>
    /// <param name="column">Its position in the list of columns.</param>
    protected internal Mask MaskColumn(int column) => new(Load<byte>(column, default));

    /// <summary>A column with a list of numbers per event that belongs to no collection. For generated code.</summary>
    /// <param name="column">Its position in the list of columns.</param>
    protected internal JaggedColumn<T> ListColumn<T>(int column) where T : unmanaged, INumber<T>
    {
        var lists = Source.ReadLists(_columns[column].Counter!);
        return new JaggedColumn<T>(lists, Load<T>(column, lists));
    }

    /// <summary>A column with a list of lists of numbers per event that belongs to no collection. For generated code.</summary>
    /// <param name="column">Its position in the list of columns.</param>
    protected internal NestedColumn<T> NestedColumn<T>(int column) where T : unmanaged, INumber<T>
    {
        var lists = Source.ReadLists(_columns[column].Counter!);
        return new NestedColumn<T>(lists, LoadInner<T>(column, lists));
    }

    /// <summary>All columns that the schema declares.</summary>
    internal IReadOnlyList<ColumnDefinition> Columns => _columns;

    internal ColumnDefinition Definition(int column) => _columns[column];

    internal ColumnBuffer<T> Load<T>(int column, in Lists lists) where T : unmanaged
    {
        ref var slot = ref _slots[column];
        if (!slot.IsShown) Show(ref slot, column, lists);
        return Unsafe.BitCast<ColumnBuffer<byte>, ColumnBuffer<T>>(slot.Buffer);
    }

    /// <summary>From here on notes the columns that are asked for, those known already too.</summary>
    /// <param name="reads">Where to note them; null for nowhere.</param>
    /// <returns>Where they were noted before.</returns>
    internal ColumnSet? Trace(ColumnSet? reads)
    {
        var before = _reads;
        _reads = reads;
        if (reads is null) return before;
        foreach (var column in _read) _slots[column].Hide();
        return before;
    }

    /// <summary>Notes columns on which depends what was asked for.</summary>
    internal void Note(ColumnSet reads) => _reads?.Add(reads);

    /// <summary>Position of a branch in the list of columns; -1 when it has none.</summary>
    internal int IndexOf(string branch)
    {
        _positions ??= _columns.Select((known, i) => (known.Branch, i)).ToDictionary(known => known.Branch, known => known.i, StringComparer.Ordinal);
        return _positions.TryGetValue(branch, out var position) ? position : -1;
    }

    /// <summary>The innermost lists of a nested column, one for each object.</summary>
    internal JaggedColumn<T> LoadInner<T>(int column, in Lists lists) where T : unmanaged, INumber<T>
    {
        var values = Load<T>(column, lists);
        return new JaggedColumn<T>(_inner![column], values);
    }

    private void Show(ref Slot slot, int column, in Lists lists)
    {
        if (!slot.IsRead)
        {
            var definition = _columns[column];
            slot = new Slot(Source.Read(definition, lists));
            _read.Add(column);
            if (definition.Counter is not null) (_inner ??= new Lists[_columns.Count])[column] = definition.IsNested ? Source.ReadInnerLists(definition, lists) : lists;
        }
        slot.Show();
        _reads?.Add(column);
    }
}
