using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Trees.Writing;

/// <summary>A branch of a tree that is being written.</summary>
public abstract class TreeColumn
{
    private readonly HandoverBuffer _values = new();

    private protected TreeColumn(TreeWriter tree, string name, string title, LeafForm form, CounterColumn? counter, int[] dimensions)
    {
        (Tree, Name, Form, Counter, Dimensions) = (tree, name, form, counter, dimensions);
        ValuesPerElement = dimensions.Aggregate(1, (product, dimension) => product * dimension);
        var shape = (counter is null ? "" : $"[{counter.Name}]") + string.Concat(dimensions.Select(dimension => $"[{dimension}]"));
        LeafTitle = name + shape;
        Title = title.Length > 0 ? title : $"{name}{shape}/{form.Letter}";
    }

    /// <summary>fName.</summary>
    public string Name { get; }

    /// <summary>fTitle.</summary>
    public string Title { get; }

    /// <summary>The column that counts this one's elements per entry; null for one with as many in each.</summary>
    public CounterColumn? Counter { get; }

    /// <summary>Fixed dimensions of each element.</summary>
    public IReadOnlyList<int> Dimensions { get; }

    internal TreeWriter Tree { get; }

    internal LeafForm Form { get; }

    internal string LeafTitle { get; }

    internal int ValuesPerElement { get; }

    /// <summary>Whether entries differ in length, so that baskets note where each begins.</summary>
    internal bool HasOffsets => Counter is not null || this is StringColumn;

    /// <summary>fLen.</summary>
    internal virtual int LeafLength => ValuesPerElement;

    /// <summary>fMaximum of the leaf, where it means something.</summary>
    internal virtual long LeafMaximum => 0;

    internal WrittenBaskets Baskets { get; } = new();

    private protected HandoverBuffer Values => _values;

    /// <summary>Bytes of one element.</summary>
    private protected int ElementBytes => Form.Size * ValuesPerElement;

    /// <summary>Whether exactly the waiting entries are there; otherwise what is wrong.</summary>
    internal abstract string? Check(long entries);

    /// <summary>Bytes of the first so many waiting entries.</summary>
    internal abstract long BytesOf(long entries);

    /// <summary>Where the waiting entries end, in elements counted without a beginning; null for entries of the same length.</summary>
    private protected virtual HandoverBuffer? Ends => null;

    /// <summary>What the ends count from: the end of the entry before the first waiting one.</summary>
    private protected virtual long EndsFrom => 0;

    /// <summary>Bytes that an element of the ends stands for.</summary>
    private protected virtual int EndScale => ElementBytes;

    /// <summary>Hands the first waiting entries over, in baskets.</summary>
    internal void Cut(int entries)
    {
        var first = Baskets.Entries;
        var from = 0;
        while (from < entries)
        {
            var to = LastOfBasket(from, entries);
            Tree.Submit(Basket(from, to, first + from));
            from = to;
        }
        Baskets.Entries += entries;
        Values.Advance(checked((int)BytesOf(entries)));
    }

    /// <summary>After all columns were cut: forgets what was needed to cut them.</summary>
    internal virtual void AfterCut(int entries) { }

    /// <summary>A batch has ended, and so many entries wait.</summary>
    internal virtual void EndBatch(int waiting) { }

    internal virtual void Release() => _values.Release();

    private PendingBasket Basket(int from, int to, long firstEntry)
    {
        var (start, end) = (BytesOf(from), BytesOf(to));
        var values = new SharedSlice(Values.Bytes.Share(), Values.Start + (int)start, (int)(end - start));
        if (Ends is not { } ends) return new PendingBasket(this, values, null, 0, to - from, firstEntry);
        var endsFrom = from == 0 ? EndsFrom : ends.As<long>()[from - 1];
        return new PendingBasket(this, values, new SharedSlice(ends.Bytes.Share(), ends.Start + 8 * from, 8 * (to - from)), endsFrom, to - from, firstEntry)
        {
            EndScale = EndScale,
        };
    }

    // The last entry whose bytes still fit, at least one; bytes grow with entries, so halving finds it.
    private int LastOfBasket(int from, int entries)
    {
        var limit = BytesOf(from) + Tree.Options.BasketBytes;
        var (low, high) = (from + 1, entries);
        while (low < high)
        {
            var middle = low + (high - low + 1) / 2;
            if (BytesOf(middle) <= limit) low = middle;
            else high = middle - 1;
        }
        return low;
    }
}
