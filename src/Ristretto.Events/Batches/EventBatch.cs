using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Systematics;

namespace Ristretto.Events.Batches;

/// <summary>Some consecutive events of one file, column by column. A column is read when it is first asked for; what is never asked for is never read.</summary>
/// <remarks>The engine hands the same batch object to the analysis again and again with other events. Columns and collections taken from it live until then.</remarks>
public abstract class EventBatch
{
    private readonly IReadOnlyList<ColumnDefinition> _columns;
    private readonly Slot[] _slots;
    private BatchSource? _source;
    private Dictionary<string, int>? _positions;
    private Lists[]? _lists;                   // the innermost lists of each column that has any

    /// <summary>A batch of events with the given columns; the numbers that generated code passes are positions in this list.</summary>
    protected EventBatch(IReadOnlyList<ColumnDefinition> columns)
    {
        _columns = columns;
        _slots = new Slot[columns.Count];
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

    /// <summary>Which variations are wanted.</summary>
    public SystematicsMode Systematics { get; internal set; }

    /// <summary>A column as its source gives it, whether the schema declares it or not; it is read once.</summary>
    internal ColumnBuffer<byte> Stored(ColumnDefinition column)
    {
        _positions ??= _columns.Select((known, i) => (known.Branch, i)).ToDictionary(known => known.Branch, known => known.i, StringComparer.Ordinal);
        var lists = column.Counter is { } counter ? Source.ReadLists(counter) : default;
        return _positions.TryGetValue(column.Branch, out var position) ? Load<byte>(position, lists) : Source.Read(column, lists);
    }

    /// <summary>The lists of a nested column in the lists of the events.</summary>
    internal Lists StoredInner(ColumnDefinition column) => Source.ReadInnerLists(column, Source.ReadLists(column.Counter!));

    internal void Bind(BatchSource source, long firstEntry)
    {
        (_source, FirstEntry, Length) = (source, firstEntry, source.Length);
        Generation++;
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

    /// <summary>The value of a column with one value per event for one event. For generated code.</summary>
    /// <param name="column">Position of the column in the list of columns.</param>
    /// <param name="index">The event.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Element<T>(int column, int index) where T : unmanaged
    {
        ref var slot = ref _slots[column];
        if (slot.Generation != Generation) Fetch(ref slot, column, default);
        return slot.At<T>(index);
    }

    /// <summary>A column with a list of lists of numbers per event that belongs to no collection. For generated code.</summary>
    /// <param name="column">Its position in the list of columns.</param>
    protected internal NestedColumn<T> NestedColumn<T>(int column) where T : unmanaged, INumber<T>
    {
        var lists = Source.ReadLists(_columns[column].Counter!);
        return new NestedColumn<T>(lists, LoadInner<T>(column, lists));
    }

    /// <summary>The values of a column with a list of values per event for one event. For generated code.</summary>
    /// <param name="column">Position of the column in the list of columns.</param>
    /// <param name="index">The event.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ReadOnlySpan<T> ElementList<T>(int column, int index) where T : unmanaged
    {
        ref var slot = ref _slots[column];
        if (slot.Generation != Generation) Fetch(ref slot, column, Source.ReadLists(_columns[column].Counter!));
        return ListAt<T>(slot, column, index);
    }

    /// <summary>All columns that the schema declares.</summary>
    internal IReadOnlyList<ColumnDefinition> Columns => _columns;

    internal ColumnDefinition Definition(int column) => _columns[column];

    internal ColumnBuffer<T> Load<T>(int column, in Lists lists) where T : unmanaged
    {
        ref var slot = ref _slots[column];
        if (slot.Generation != Generation) Fetch(ref slot, column, lists);
        return Unsafe.BitCast<ColumnBuffer<byte>, ColumnBuffer<T>>(slot.Buffer);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal T Element<T>(int column, int position, ObjectCollection owner) where T : unmanaged
    {
        ref var slot = ref _slots[column];
        if (slot.Generation != Generation) Fetch(ref slot, column, owner.Stored);
        return slot.At<T>(position);
    }

    /// <summary>The innermost lists of a nested column, one for each object.</summary>
    internal JaggedColumn<T> LoadInner<T>(int column, in Lists lists) where T : unmanaged, INumber<T>
    {
        var values = Load<T>(column, lists);
        return new JaggedColumn<T>(_lists![column], values);
    }

    internal ReadOnlySpan<T> ElementList<T>(int column, int position, ObjectCollection owner) where T : unmanaged
    {
        ref var slot = ref _slots[column];
        if (slot.Generation != Generation) Fetch(ref slot, column, owner.Stored);
        return ListAt<T>(slot, column, position);
    }

    private ReadOnlySpan<T> ListAt<T>(in Slot slot, int column, int position) where T : unmanaged
    {
        var offsets = _lists![column].Offsets;
        if ((uint)position >= (uint)(offsets.Length - 1)) Slot.ThrowNoObject(position, offsets.Length - 1);
        return Unsafe.BitCast<ColumnBuffer<byte>, ColumnBuffer<T>>(slot.Buffer).Span[offsets[position]..offsets[position + 1]];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Fetch(ref Slot slot, int column, in Lists lists)
    {
        var definition = _columns[column];
        slot.Buffer = Source.Read(definition, lists);
        slot.Generation = Generation;
        if (definition.Counter is null) return;
        _lists ??= new Lists[_columns.Count];
        _lists[column] = definition.IsNested ? Source.ReadInnerLists(definition, lists) : lists;
    }

    private struct Slot
    {
        internal ColumnBuffer<byte> Buffer;
        internal int Generation;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal readonly T At<T>(int position) where T : unmanaged
        {
            if ((uint)position >= (uint)Buffer.Length) ThrowNoObject(position, Buffer.Length);
            return Buffer.At<T>(position);
        }

        [DoesNotReturn]
        internal static void ThrowNoObject(int position, int length)
        {
            if (position < 0) throw new InvalidOperationException("there is no such object; ask Exists before reading its properties");
            throw new ArgumentOutOfRangeException(nameof(position), position, $"the column has {length} values");
        }
    }
}
