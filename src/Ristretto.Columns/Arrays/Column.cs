using System.Numerics;
using System.Runtime.CompilerServices;
using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Arrays;

/// <summary>One number per event, shape <c>[events]</c>. Immutable.</summary>
/// <typeparam name="T">The number: float, double, int, …</typeparam>
/// <remarks>Arithmetic between columns keeps the type; a double scalar makes a double column, as in C#. Comparisons with a double scalar
/// are made as if the column were widened to double. Made inside the event loop a column lives as long as the events at hand; copy with
/// <see cref="ToArray"/> what must outlive them.</remarks>
#pragma warning disable CS0660, CS0661 // Equality of columns is a comparison value by value, so there is nothing that Equals could mean.
public readonly partial struct Column<T> where T : unmanaged, INumber<T>
{
    private readonly ColumnBuffer<T> _values;

    internal Column(ColumnBuffer<T> values) => _values = values;

    internal ColumnBuffer<T> Buffer => _values;

    internal Workspace? Workspace => _values.Workspace;

    /// <summary>Number of events.</summary>
    public int Length => _values.Length;

    /// <summary>The value of event <paramref name="index"/>.</summary>
    public T this[int index] => AsSpan()[index];

    /// <summary>The values of the events for which the mask is true; shape <c>[selected events]</c>.</summary>
    /// <exception cref="ArgumentException">The mask has another length.</exception>
    public Column<T> this[Mask mask] => this[mask.ToIndex(Length)];

    /// <summary>The values of the given events in the given order.</summary>
    public Column<T> this[EventIndex index]
    {
        get
        {
            var result = ColumnBuffer<T>.Allocate(Workspace ?? index.Buffer.Workspace, index.Length);
            Gather.Apply(AsSpan(), index.AsSpan(), result.Span);
            return new Column<T>(result);
        }
    }

    /// <summary>The values, as a view that is valid as long as the column.</summary>
    public ReadOnlySpan<T> AsSpan() => _values.Span;

    /// <summary>The values, copied.</summary>
    public T[] ToArray() => AsSpan().ToArray();

    /// <summary>The same numbers as another type, by the rules of a C# cast.</summary>
    public Column<TTo> To<TTo>() where TTo : unmanaged, INumber<TTo>
    {
        if (typeof(TTo) == typeof(T)) return Unsafe.BitCast<Column<T>, Column<TTo>>(this);
        var result = ColumnBuffer<TTo>.Allocate(Workspace, Length);
        Elementwise.Convert(AsSpan(), result.Span);
        return new Column<TTo>(result);
    }

    /// <summary>Each event's value once for every element of that event's list.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public JaggedColumn<T> RepeatFor(in Lists lists)
    {
        lists.RequireLength(Length, "lists", "a column");
        var result = ColumnBuffer<T>.Allocate(Workspace ?? lists.Workspace, lists.Total);
        Elementwise.Repeat(AsSpan(), lists.Offsets, result.Span);
        return new JaggedColumn<T>(lists, result);
    }

    internal ColumnBuffer<T> Pick(ColumnBuffer<int> positions)
    {
        var result = ColumnBuffer<T>.Allocate(Workspace ?? positions.Workspace, positions.Length);
        Gather.Apply(AsSpan(), positions.Span, result.Span);
        return result;
    }

    /// <inheritdoc/>
    public override string ToString() => $"Column<{typeof(T).Name}>[{Length}]";
}

/// <summary>Makes columns from values in memory.</summary>
public static class Column
{
    /// <summary>A column with a copy of these values.</summary>
    public static Column<T> Of<T>(params ReadOnlySpan<T> values) where T : unmanaged, INumber<T> => new(ColumnBuffer<T>.CopyOf(values));
}
