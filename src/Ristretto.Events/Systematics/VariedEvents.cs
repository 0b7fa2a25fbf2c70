using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;
using Ristretto.Events.Batches.Views;
using Ristretto.Events.Selections;

namespace Ristretto.Events.Systematics;

/// <summary>The events of a batch and their variations, with what it takes to make them: kept with the batch and used again for other events.</summary>
internal sealed class VariedEvents<TBatch> : IVariedSelector<TBatch>, IMeteredEvents where TBatch : EventBatch, new()
{
    private readonly TBatch _nominal;
    private readonly List<View> _views = [];
    private readonly List<Variation> _variations = [];

    internal VariedEvents(TBatch nominal) => _nominal = nominal;

    public ShiftMeter Meter { get; } = new();

    internal int Generation { get; private set; } = -1;

    /// <summary>Forgets the variations of other events.</summary>
    internal void Begin()
    {
        if (Generation == _nominal.Generation) return;
        Generation = _nominal.Generation;
        _variations.Clear();
    }

    internal void Add(Variation variation, ColumnShift shift)
    {
        if (_variations.Contains(variation)) throw new ArgumentException($"the events have a variation {variation} already");
        if (_views.Count == _variations.Count) _views.Add(new View(_nominal));
        _views[_variations.Count].Bind(_nominal, shift);
        _variations.Add(variation);
        foreach (var (column, values) in shift.Columns) Meter.Add(variation, column.Branch, _nominal.Stored(column), values);
    }

    internal Varied<TBatch> Events()
    {
        var isOwn = new bool[_variations.Count];
        isOwn.AsSpan().Fill(true);
        return new Varied<TBatch>(_nominal, [.. _variations], [.. _views.Take(_variations.Count).Select(view => view.Events)], isOwn, this);
    }

    public Varied<TResult> Select<TResult>(Varied<TBatch> varied, Func<TBatch, TResult> compute)
    {
        // Columns are all there when the function returns: what it has read then is all that they depend on. Of objects more may be asked later.
        if (!IsComplete(typeof(TResult))) return varied.Make(compute(_nominal), i => compute(varied.ValueAt(i)));
        var reads = new ColumnSet();
        var nominal = _nominal.Tracing(reads, compute);
        return varied.Make(nominal, i => compute(varied.ValueAt(i)), i => reads.Overlaps(_views[i].Shifted));
    }

    /// <summary>Whether a value holds no more than numbers: columns, and tuples of them.</summary>
    private static bool IsComplete(Type type) =>
        type.IsPrimitive || type == typeof(Categories) || (type.IsValueType && type.Assembly == typeof(Mask).Assembly)
        || (type.IsGenericType && type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal) && type.GetGenericArguments().All(IsComplete));

    /// <summary>The events with some columns replaced.</summary>
    private sealed class View(TBatch nominal)
    {
        internal TBatch Events { get; } = new();

        /// <summary>The columns that are replaced.</summary>
        internal ColumnSet Shifted { get; } = new();

        private ShiftedEvents Source { get; } = new(nominal);

        internal void Bind(TBatch events, ColumnShift shift)
        {
            Source.Shift = shift;
            Shifted.Clear();
            foreach (var branch in shift.Branches) Shifted.Add(events.IndexOf(branch));
            Events.Bind(Source, events.FirstEntry);
        }
    }
}
