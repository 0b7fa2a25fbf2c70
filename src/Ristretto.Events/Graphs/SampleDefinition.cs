using System.Collections.Concurrent;
using Ristretto.Events.Batches;
using Ristretto.Events.Engine;

namespace Ristretto.Events.Graphs;

/// <summary>Something that a graph knows for each file: a scale factor, the name of a process, a table.</summary>
/// <typeparam name="TBatch">The type of the events, for example NanoBatch.</typeparam>
/// <typeparam name="T">What it is.</typeparam>
public sealed class SampleDefinition<TBatch, T> where TBatch : EventBatch, new()
{
    private readonly ConcurrentDictionary<SampleInfo, Value> _values = new(ReferenceEqualityComparer.Instance);
    private readonly Func<SampleInfo, T> _make;

    internal SampleDefinition(Func<SampleInfo, T> make) => _make = make;

    /// <summary>Its value for the file that some events come from, in whatever function the events were given, under variations too.</summary>
    public T Of(TBatch events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var sample = events.Source.Sample;
        return (_values.TryGetValue(sample, out var known) ? known : _values.GetOrAdd(sample, static _ => new Value())).Of(sample, _make);
    }

    /// <summary>The value of one file, made by the first thread that asks for it.</summary>
    private sealed class Value
    {
        private readonly Lock _lock = new();
        private bool _isMade;
        private T _value = default!;

        internal T Of(SampleInfo sample, Func<SampleInfo, T> make)
        {
            lock (_lock)
            {
                if (!_isMade) (_value, _isMade) = (make(sample), true);
                return _value;
            }
        }
    }
}
