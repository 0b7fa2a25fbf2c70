using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.NTuples;

/// <summary>The page list envelope of RNTuple: the clusters of one group and where their pages are.</summary>
internal static class PageListRecord
{
    private const long EntriesMask = 0x00FF_FFFF_FFFF_FFFF;
    private const int SmallestSummary = 8 + 16;
    private const int SmallestPage = 4 + 12;
    private const int SmallestColumn = 12 + 8;

    /// <summary>Decodes the clusters of a group.</summary>
    /// <exception cref="Errors.RootFormatException">The list does not fit the group, or a cluster is of an unsupported kind.</exception>
    public static ClusterRecord[] Decode(in Envelope envelope, ClusterGroupRecord group, ulong headerChecksum)
    {
        var reader = envelope.Payload();
        Envelope.CheckHeader(ref reader, headerChecksum);
        var end = reader.ReadListFrame(SmallestSummary, out var count);
        if (count != group.Clusters) reader.Fail($"{count} clusters in the page list, its group has {group.Clusters}");
        var summaries = new (long First, long Entries)[count];
        var next = group.FirstEntry;
        for (var i = 0; i < count; i++)
        {
            summaries[i] = ReadSummary(ref reader);
            if (summaries[i].First != next || summaries[i].Entries > group.FirstEntry + group.Entries - next)
                reader.Fail($"cluster {i} has {summaries[i].Entries} entries from {summaries[i].First} where entry {next} of {group.FirstEntry + group.Entries} is next");
            next += summaries[i].Entries;
        }
        reader.Leave(end);
        if (next != group.FirstEntry + group.Entries) reader.Fail($"the clusters end at entry {next}, their group at {group.FirstEntry + group.Entries}");

        end = reader.ReadListFrame(12, out var listed);
        if (listed != count) reader.Fail($"the pages of {listed} clusters are listed, there are {count}");
        var clusters = new ClusterRecord[count];
        for (var i = 0; i < count; i++) clusters[i] = ReadCluster(ref reader, summaries[i].First, summaries[i].Entries);
        reader.Leave(end);
        return clusters;
    }

    private static (long First, long Entries) ReadSummary(ref LittleEndianReader reader)
    {
        var end = reader.ReadRecordFrame();
        var first = reader.ReadCount64("the first entry of a cluster");
        var word = reader.ReadInt64();
        var flags = (byte)(word >>> 56);
        if (flags != 0) reader.Fail($"the cluster at entry {first} has flags 0x{flags:x2}{((flags & 1) != 0 ? " (sharded)" : "")}, which are not supported");
        reader.Leave(end);
        return (first, word & EntriesMask);
    }

    private static ClusterRecord ReadCluster(ref LittleEndianReader reader, long first, long entries)
    {
        var end = reader.ReadListFrame(SmallestColumn, out var columns);
        var pages = new List<PageRecord>(columns);
        var firstPages = new int[columns + 1];
        var suppressed = new bool[columns];
        var compression = -1;
        for (var i = 0; i < columns; i++)
        {
            suppressed[i] = ReadColumn(ref reader, pages, ref compression);
            firstPages[i + 1] = pages.Count;
        }
        reader.Leave(end);
        return new ClusterRecord(first, entries, compression, [.. pages], firstPages, suppressed);
    }

    private static bool ReadColumn(ref LittleEndianReader reader, List<PageRecord> pages, ref int compression)
    {
        var end = reader.ReadListFrame(SmallestPage, out var count);
        for (var i = 0; i < count; i++)
        {
            var elements = reader.ReadInt32();                          // negative: a checksum follows the page
            if (elements == int.MinValue) reader.Fail($"a page of {elements} elements");
            var locator = LocatorRecord.Decode(ref reader);
            if (elements == 0) continue;
            if (locator.StoredBytes > int.MaxValue - 8) reader.Fail($"a page of {locator.StoredBytes} bytes");
            pages.Add(new PageRecord(locator.Offset, (int)locator.StoredBytes, Math.Abs(elements), elements < 0));
        }
        var isSuppressed = reader.ReadInt64() < 0;                      // the element offset
        if (isSuppressed && count > 0) reader.Fail($"a suppressed column has {count} pages");
        if (!isSuppressed && compression < 0 && reader.Remaining >= 4) compression = reader.ReadInt32();
        reader.Leave(end);
        return isSuppressed;
    }
}
