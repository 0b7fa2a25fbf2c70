using Ristretto.Columns.Accumulation;

namespace Ristretto.Events.Graphs;

/// <summary>Values that are kept one behind the other.</summary>
internal sealed class TakenValues<T> : IMergeable<TakenValues<T>> where T : unmanaged
{
    private readonly List<T> _values = [];

    internal IReadOnlyList<T> Values => _values;

    public TakenValues<T> CreateEmpty() => new();

    public void Merge(TakenValues<T> other) => _values.AddRange(other._values);

    public void Clear() => _values.Clear();

    internal void Add(ReadOnlySpan<T> values) => _values.AddRange(values);
}
