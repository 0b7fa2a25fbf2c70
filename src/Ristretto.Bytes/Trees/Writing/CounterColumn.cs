using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Trees.Writing;

/// <summary>A branch such as <c>nJet</c>: how many elements each entry has in the columns that it counts. Its largest value is noted in the file,
/// where ROOT looks for the size of its buffers.</summary>
public sealed class CounterColumn : TreeColumn
{
    private readonly HandoverBuffer _ends = new();
    private int _largest;

    internal CounterColumn(TreeWriter tree, string name, string title, bool isUnsigned)
        : base(tree, name, title, LeafForm.Of(isUnsigned ? typeof(uint) : typeof(int)), null, []) { }

    internal override long LeafMaximum => _largest;

    /// <summary>Where the waiting entries end, in elements since the tree began.</summary>
    internal HandoverBuffer ElementEnds => _ends;

    /// <summary>Elements of the entries that are not waiting any more.</summary>
    internal long ElementsBefore { get; private set; }

    /// <summary>Appends the number of elements of each entry.</summary>
    /// <param name="counts">Shape <c>[entries]</c>.</param>
    /// <exception cref="ArgumentException">A count is negative.</exception>
    public void Append(ReadOnlySpan<int> counts)
    {
        Tree.RequireOpen();
        var largest = _largest;
        foreach (var count in counts)
        {
            if (count < 0) throw new ArgumentException($"counter \"{Name}\": {count} elements");
            largest = Math.Max(largest, count);
        }
        _largest = largest;
        var end = _ends.Length == 0 ? ElementsBefore : _ends.As<long>()[^1];
        var ends = _ends.Extend<long>(counts.Length);
        for (var i = 0; i < counts.Length; i++) ends[i] = end = unchecked(end + counts[i]);
        Values.Append(counts);
    }

    /// <summary>Appends the number of elements of each entry as where each begins, and behind the last one where it ends.</summary>
    /// <param name="offsets">Shape <c>[entries + 1]</c>.</param>
    /// <exception cref="ArgumentException">The offsets fall.</exception>
    public void AppendOffsets(ReadOnlySpan<int> offsets)
    {
        Span<int> counts = stackalloc int[256];
        for (var from = 0; from < offsets.Length - 1; from += counts.Length)
        {
            var length = Math.Min(counts.Length, offsets.Length - 1 - from);
            for (var i = 0; i < length; i++) counts[i] = offsets[from + i + 1] - offsets[from + i];
            Append(counts[..length]);
        }
    }

    /// <summary>The same from a column that may be the first or a further one to say it.</summary>
    /// <param name="offsets">What the column was given.</param>
    /// <param name="entry">The waiting entry that they begin with.</param>
    /// <param name="column">Its name, for the error.</param>
    internal void AppendOrCompare(ReadOnlySpan<int> offsets, int entry, string column)
    {
        var waiting = _ends.As<long>();
        if (waiting.Length <= entry)
        {
            AppendOffsets(offsets);
            return;
        }
        var counts = Values.As<int>()[entry..];
        if (offsets.Length - 1 > counts.Length)
            throw new ArgumentException($"column \"{column}\" has offsets of {offsets.Length - 1} entries, its counter \"{Name}\" has {counts.Length}");
        for (var i = 0; i < offsets.Length - 1; i++)
        {
            var count = unchecked(offsets[i + 1] - offsets[i]);
            if (count != counts[i])
                throw new ArgumentException($"column \"{column}\" has {count} elements in entry {Baskets.Entries + entry + i}, its counter \"{Name}\" says {counts[i]}");
        }
    }

    internal override string? Check(long entries) => Values.Length == 4 * entries ? null
        : $"counter \"{Name}\" has {Values.Length / 4} values for {entries} entries";

    internal override long BytesOf(long entries) => 4 * entries;

    internal long ElementsOf(long entries) => entries == 0 ? 0 : _ends.As<long>()[(int)entries - 1] - ElementsBefore;

    internal override void AfterCut(int entries)
    {
        if (entries == 0) return;
        ElementsBefore = _ends.As<long>()[entries - 1];
        _ends.Advance(8 * entries);
    }

    internal override void Release()
    {
        base.Release();
        _ends.Release();
    }
}
