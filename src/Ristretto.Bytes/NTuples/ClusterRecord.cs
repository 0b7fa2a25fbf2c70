namespace Ristretto.Bytes.NTuples;

/// <summary>A cluster of RNTuple's page list: a run of entries whose pages are stored together, column by column.</summary>
internal sealed class ClusterRecord
{
    private readonly PageRecord[] _pages;
    private readonly int[] _firstPages;         // per column, and one more
    private readonly bool[] _suppressed;

    public ClusterRecord(long firstEntry, long entries, int compression, PageRecord[] pages, int[] firstPages, bool[] suppressed) =>
        (FirstEntry, Entries, Compression, _pages, _firstPages, _suppressed) = (firstEntry, entries, compression, pages, firstPages, suppressed);

    /// <summary>First entry.</summary>
    public long FirstEntry { get; }

    /// <summary>Number of entries.</summary>
    public long Entries { get; }

    /// <summary>Compression setting of the first column, a hint for people; -1 when there is none.</summary>
    public int Compression { get; }

    /// <summary>Number of columns that it knows.</summary>
    public int ColumnCount => _suppressed.Length;

    /// <summary>The first entry behind it.</summary>
    public long EndEntry => FirstEntry + Entries;

    /// <summary>Whether the cluster stores this column: it may know fewer columns than the schema, and of a field's representations only one is stored.</summary>
    public bool Stores(int column) => column < _suppressed.Length && !_suppressed[column];

    /// <summary>The pages of a column in order; none of one that is not stored.</summary>
    public ReadOnlySpan<PageRecord> Pages(int column) =>
        column < _suppressed.Length ? _pages.AsSpan(_firstPages[column], _firstPages[column + 1] - _firstPages[column]) : default;
}
