namespace Ristretto.Bytes.Trees;

/// <content>Where the values are.</content>
public sealed partial class Branch
{
    private BasketList Baskets => _baskets ??= BasketList.Decode(this);

    /// <summary>Number of baskets, those inside the tree's record included.</summary>
    public int BasketCount => Baskets.Count;

    /// <summary>First entry of each basket and, as the last element, the number of entries; length <see cref="BasketCount"/> + 1, never descending.</summary>
    /// <exception cref="Errors.RootFormatException">The stored list makes no sense.</exception>
    public ReadOnlySpan<long> BasketFirstEntries => Baskets.FirstEntries;

    /// <summary>Offset of each basket's key in the file; 0 for baskets inside the tree's record.</summary>
    public ReadOnlySpan<long> BasketSeeks => Baskets.Seeks;

    /// <summary>Bytes of each basket in the file, key included; 0 for baskets inside the tree's record.</summary>
    public ReadOnlySpan<int> BasketBytes => Baskets.Bytes;

    /// <summary>Position of an embedded basket in the tree's record, -1 for those in the file.</summary>
    internal int EmbeddedAt(int basket) => Baskets.EmbeddedAt(basket);

    /// <summary>Index of the basket with an entry that lies inside the branch; of several that start at the same entry the last.</summary>
    internal int FindBasket(long entry)
    {
        var firsts = BasketFirstEntries[..BasketCount];
        var index = firsts.BinarySearch(entry);
        if (index < 0) return ~index - 1;
        while (index + 1 < firsts.Length && firsts[index + 1] == entry) index++;
        return index;
    }
}
