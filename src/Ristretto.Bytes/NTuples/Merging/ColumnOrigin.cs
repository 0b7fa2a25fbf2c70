namespace Ristretto.Bytes.NTuples.Merging;

/// <summary>Where an ntuple has a column of the merged one.</summary>
/// <param name="Column">The column; -1 when the ntuple lacks it.</param>
/// <param name="Level">For one that it lacks: the field whose parts it would be among; null at the top level.</param>
/// <param name="PerItem">How many zeros stand for it in each item of that field, or in each entry.</param>
internal readonly record struct ColumnOrigin(int Column, NTupleField? Level, long PerItem)
{
    /// <summary>Whether the ntuple lacks it.</summary>
    public bool IsMissing => Column < 0;

    /// <summary>Most zeros that a cluster gets in one column: more is no data.</summary>
    public const long MostZeros = 1L << 32;

    /// <summary>How many zeros a cluster needs, more than <see cref="MostZeros"/> when there are too many; null when the file does not tell.</summary>
    public long? ZerosIn(ClusterRecord cluster) => PerItem == 0 ? 0 : ItemsOf(Level, cluster) is { } items ? Times(items, PerItem) : null;

    /// <summary>The product of two counts, as far as it is not too large.</summary>
    public static long Times(long a, long b) => a > 0 && b > MostZeros / a ? MostZeros + 1 : a * b;

    // A field without columns has as many items as its parts have elements.
    private static long? ItemsOf(NTupleField? level, ClusterRecord cluster)
    {
        if (level is null) return cluster.Entries;
        foreach (var part in level.Children)
            if (!part.IsProjected && ElementsOf(part, cluster) is { } elements) return elements / Math.Max(1, part.Record.ArraySize);
        return null;
    }

    private static long? ElementsOf(NTupleField field, ClusterRecord cluster)
    {
        if (field.Representations.Count == 0) return ItemsOf(field, cluster);
        var elements = 0L;
        foreach (var page in cluster.Pages(field.Representations[0][0].Id)) elements += page.Elements;
        return elements;
    }
}
