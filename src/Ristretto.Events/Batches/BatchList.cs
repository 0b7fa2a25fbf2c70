using System.Numerics;
using Ristretto.Columns.Arrays;

namespace Ristretto.Events.Batches;

/// <summary>Values collected from the events of a batch, in the order they were added. It lives as long as the batch's events.</summary>
/// <remarks>A structure that is changed by <see cref="Add(in T)"/>: keep it in a variable or a field, not in a read-only one.</remarks>
public struct BatchList<T> where T : unmanaged
{
    private const int FirstCapacity = 64;

    private readonly Workspace? _workspace;
    private ColumnBuffer<T> _values;

    internal BatchList(Workspace workspace) => _workspace = workspace;

    /// <summary>Number of values.</summary>
    public int Count { get; private set; }

    /// <summary>The values added so far, as a view.</summary>
    public readonly Span<T> AsSpan() => _values.Span[..Count];

    /// <summary>Adds a value.</summary>
    public void Add(in T value)
    {
        if (Count == _values.Length) Grow();
        _values.Span[Count++] = value;
    }

    internal readonly ColumnBuffer<T> Filled => _values.First(Count);

    private void Grow()
    {
        var grown = ColumnBuffer<T>.Allocate(_workspace, Math.Max(FirstCapacity, 2 * Count));
        _values.Span.CopyTo(grown.Span);
        _values = grown;
    }
}

/// <summary>Collected values as columns.</summary>
public static class BatchLists
{
    /// <summary>The values added so far as a column, shape <c>[values]</c>; a view.</summary>
    public static Column<T> ToColumn<T>(this in BatchList<T> list) where T : unmanaged, INumber<T> => new(list.Filled);
}
