using System.Buffers.Binary;

namespace Ristretto.Bytes.Trees;

/// <summary>The baskets that form a branch, in order of entries.</summary>
internal sealed class BasketList
{
    private readonly int[]? _embeddedAt;

    private BasketList(long[] firstEntries, long[] seeks, int[] bytes, int[]? embeddedAt)
    {
        (FirstEntries, Seeks, Bytes, _embeddedAt) = (firstEntries, seeks, bytes, embeddedAt);
    }

    /// <summary>First entries, then the number of entries.</summary>
    public long[] FirstEntries { get; }

    /// <summary>Offsets in the file, 0 for embedded baskets.</summary>
    public long[] Seeks { get; }

    /// <summary>Bytes in the file, 0 for embedded baskets.</summary>
    public int[] Bytes { get; }

    /// <summary>Number of baskets.</summary>
    public int Count => Seeks.Length;

    /// <summary>Position in the tree's record, -1 for baskets in the file.</summary>
    public int EmbeddedAt(int basket) => _embeddedAt is null ? -1 : _embeddedAt[basket];

    /// <summary>Collects them: a basket in the file where there is an offset, otherwise the one embedded at the same index. A copy embedded
    /// beside one in the file is stale. Embedded ones may follow behind the arrays' end.</summary>
    /// <exception cref="Errors.RootFormatException">The entries do not ascend, a basket is missing, or one lies outside the file.</exception>
    public static BasketList Decode(Branch branch)
    {
        var record = branch.Record;
        var payload = branch.Tree.Payload.AsSpan();
        var embedded = record.Embedded;
        var last = Math.Min((long)record.WriteBasket + 1, record.MaxBaskets);
        if (embedded is not null) last = Math.Max(last, Math.Min(embedded[^1].Index + 1L, record.MaxBaskets));
        var (firsts, seeks, bytes, places) = (new List<long>(), new List<long>(), new List<int>(), new List<int>());
        var origin = new BasketOrigin(branch);
        var nextEmbedded = 0;
        for (var i = 0; i < last; i++)
        {
            while (embedded is not null && nextEmbedded < embedded.Count && embedded[nextEmbedded].Index < i) nextEmbedded++;
            var seek = ReadInt(payload, record.SeekAt, i, record.SeekWidth);
            var first = ReadInt(payload, record.EntryAt, i, record.EntryWidth);
            var at = -1;
            if (seek == 0)
            {
                var isEmbedded = embedded is not null && nextEmbedded < embedded.Count && embedded[nextEmbedded].Index == i;
                if (!isEmbedded || EmbeddedBasket.IsEmpty(branch, origin.InRecord(i), embedded![nextEmbedded].Position))
                {
                    if (i >= record.WriteBasket) continue;
                    throw branch.Error($"basket {i} of {record.WriteBasket} is neither in the file nor in the tree's record");
                }
                at = embedded[nextEmbedded].Position;
            }
            var size = seek == 0 ? 0 : (int)ReadInt(payload, record.BytesAt, i, 4);
            if (seek != 0) branch.Tree.File.CheckExtent(origin.InFile(i, seek), seek, size);
            firsts.Add(first);
            seeks.Add(seek);
            bytes.Add(size);
            places.Add(at);
        }
        firsts.Add(firsts.Count == 0 && record.Entries > 0 ? throw branch.Error($"fEntries is {record.Entries}, but there are no baskets") : record.Entries);
        CheckOrder(branch, firsts);
        return new BasketList([.. firsts], [.. seeks], [.. bytes], places.Exists(static at => at >= 0) ? [.. places] : null);
    }

    private static void CheckOrder(Branch branch, List<long> firsts)
    {
        if (firsts[0] < 0) throw branch.Error($"basket 0 starts at entry {firsts[0]}");
        for (var i = 1; i < firsts.Count; i++)
        {
            if (firsts[i] >= firsts[i - 1]) continue;
            throw branch.Error(i == firsts.Count - 1
                ? $"basket {i - 1} starts at entry {firsts[i - 1]}, but fEntries is {firsts[i]}"
                : $"basket {i} starts at entry {firsts[i]}, before basket {i - 1} at {firsts[i - 1]}");
        }
    }

    private static long ReadInt(ReadOnlySpan<byte> payload, int at, int index, int width) => width == 8
        ? BinaryPrimitives.ReadInt64BigEndian(payload[(at + 8 * index)..])
        : BinaryPrimitives.ReadInt32BigEndian(payload[(at + 4 * index)..]);
}
