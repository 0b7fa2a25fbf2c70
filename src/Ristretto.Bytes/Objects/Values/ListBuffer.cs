namespace Ristretto.Bytes.Objects.Values;

/// <summary>Lists: where each ends among the items, which are flat.</summary>
internal sealed class ListBuffer(ValueBuffer items) : ValueBuffer
{
    private readonly ListBuffer? _lengths;
    private int[] _ends = [];
    private int _count;

    private ListBuffer(ListBuffer lengths, ValueBuffer items) : this(items) => _lengths = lengths;

    /// <summary>A view with the same lists around other items, of which there must be as many.</summary>
    public ListBuffer Around(ValueBuffer inner) => ReferenceEquals(inner, items) ? this : new ListBuffer(this, inner);

    /// <summary>The items of all lists.</summary>
    public ValueBuffer Items => items;

    /// <summary>Where each list ends among the items.</summary>
    public ReadOnlySpan<int> Ends => _ends.AsSpan(0, _count);

    public override int Count => _lengths?.Count ?? _count;

    public override string Shape => $"list<{items.Shape}>";

    /// <summary>Appends a list of so many items, which the caller appends to <see cref="Items"/>.</summary>
    public void Append(int length)
    {
        if (_count == _ends.Length) Array.Resize(ref _ends, Math.Max(16, 2 * _count));
        _ends[_count] = checked((_count == 0 ? 0 : _ends[_count - 1]) + length);
        _count++;
    }

    /// <summary>The items of one list.</summary>
    public Range RangeOf(int index) => _lengths?.RangeOf(index) ?? (index == 0 ? 0 : _ends[index - 1]).._ends[index];

    public override void Clear()
    {
        _count = 0;
        items.Clear();
    }

    public override void AppendDefault(int count)
    {
        for (var i = 0; i < count; i++) Append(0);
    }
}
