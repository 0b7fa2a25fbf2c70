namespace Ristretto.Bytes.Trees.Writing;

/// <summary>A branch of one basic type: one value per entry, a fixed array per entry, or as many elements as its counter says.</summary>
/// <typeparam name="T">bool, float, double or an integer of 8 to 64 bits.</typeparam>
public sealed class ColumnWriter<T> : TreeColumn where T : unmanaged
{
    private int _entriesGiven;

    internal ColumnWriter(TreeWriter tree, string name, string title, CounterColumn? counter, int[] dimensions)
        : base(tree, name, title, LeafForm.Of(typeof(T)), counter, dimensions) { }

    /// <summary>Appends values, entry after entry.</summary>
    /// <param name="values">Shape <c>[entries]</c>, times the fixed dimensions; with a counter flat, <c>[elements]</c> over all entries.</param>
    public void Append(ReadOnlySpan<T> values)
    {
        Tree.RequireOpen();
        Values.Append(values);
    }

    /// <summary>Appends a list per entry. The counter gets its numbers from here, from the first of its columns to be given offsets;
    /// the others must agree.</summary>
    /// <param name="values">All elements one after the other, shape <c>[elements]</c>.</param>
    /// <param name="offsets">Where each entry begins, and behind the last one where it ends, shape <c>[entries + 1]</c>: entry <c>i</c> has the
    /// elements <c>offsets[i]</c> to <c>offsets[i + 1]</c>.</param>
    /// <exception cref="ArgumentException">The offsets fall, leave the values, or differ from what the counter has.</exception>
    /// <exception cref="InvalidOperationException">The column has no counter.</exception>
    public void Append(ReadOnlySpan<T> values, ReadOnlySpan<int> offsets)
    {
        if (Counter is null) throw new InvalidOperationException($"column \"{Name}\" has no counter; name it when the column is made");
        if (offsets.Length == 0 || offsets[0] < 0 || (long)offsets[^1] * ValuesPerElement > values.Length)
            throw new ArgumentException($"column \"{Name}\": the offsets do not fit {values.Length} values");
        Counter.AppendOrCompare(offsets, _entriesGiven, Name);
        _entriesGiven += offsets.Length - 1;
        Append(values[(offsets[0] * ValuesPerElement)..(offsets[^1] * ValuesPerElement)]);
    }

    internal override string? Check(long entries)
    {
        var expected = BytesOf(entries);
        return Values.Length == expected ? null
            : $"column \"{Name}\" has {Values.Length / Form.Size} values where {expected / Form.Size} belong to the entries"
              + (Counter is null ? "" : $" (counted by \"{Counter.Name}\")");
    }

    internal override void EndBatch(int waiting) => _entriesGiven = waiting;

    internal override long BytesOf(long entries) => (Counter?.ElementsOf(entries) ?? entries) * ElementBytes;

    private protected override Memory.HandoverBuffer? Ends => Counter?.ElementEnds;

    private protected override long EndsFrom => Counter?.ElementsBefore ?? 0;
}
