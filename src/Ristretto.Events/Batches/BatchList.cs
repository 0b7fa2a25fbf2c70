using Ristretto.Columns.Arrays;

namespace Ristretto.Events.Batches;

/// <summary>Values collected from the events of a batch, in the order they were added. It lives as long as the batch's events.</summary>
public struct BatchList<T> where T : unmanaged
{
    private readonly ColumnBuffer<T> _values;

    internal BatchList(ColumnBuffer<T> values) => _values = values;

    /// <summary>Number of values.</summary>
    public int Count { get; private set; }

    /// <summary>The largest number of values.</summary>
    public readonly int Capacity => _values.Length;

    /// <summary>The values added so far, as a view.</summary>
    public readonly Span<T> AsSpan() => _values.Span[..Count];

    /// <summary>Adds a value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The list is full.</exception>
    public void Add(in T value) => Add() = value;

    /// <summary>Adds a value that is not initialised and returns the place to write it.</summary>
    public ref T Add()
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Count, _values.Length);
        return ref _values.Span[Count++];
    }
}
