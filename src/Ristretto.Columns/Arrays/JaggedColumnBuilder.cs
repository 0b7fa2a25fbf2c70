using System.Numerics;
using System.Runtime.InteropServices;

namespace Ristretto.Columns.Arrays;

/// <summary>Makes a jagged column value by value, for lists that come from a loop: <see cref="Add(T)"/> what belongs to a list, then <see cref="EndList"/>.</summary>
/// <remarks>Grows on the ordinary heap and can be used again after <see cref="Clear"/>. Not thread-safe.</remarks>
public sealed class JaggedColumnBuilder<T> where T : unmanaged, INumber<T>
{
    private readonly List<T> _values = [];
    private readonly List<int> _offsets = [0];

    /// <summary>Number of lists that have ended.</summary>
    public int Length => _offsets.Count - 1;

    /// <summary>One more value of the list at hand.</summary>
    public void Add(T value) => _values.Add(value);

    /// <summary>More values of the list at hand.</summary>
    public void Add(ReadOnlySpan<T> values) => _values.AddRange(values);

    /// <summary>The list at hand is complete, be it empty.</summary>
    public void EndList() => _offsets.Add(_values.Count);

    /// <summary>The lists, copied; what was added since the last <see cref="EndList"/> is not among them.</summary>
    public JaggedColumn<T> ToColumn() => new(
        new Lists(ColumnBuffer<int>.CopyOf(CollectionsMarshal.AsSpan(_offsets))), ColumnBuffer<T>.CopyOf(CollectionsMarshal.AsSpan(_values)[.._offsets[^1]]));

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _values.Clear();
        _offsets.RemoveRange(1, _offsets.Count - 1);
    }
}
