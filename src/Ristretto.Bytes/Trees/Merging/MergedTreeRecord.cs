using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Objects;
using Ristretto.Bytes.Trees.Writing;

namespace Ristretto.Bytes.Trees.Merging;

/// <summary>The changes that turn the record of the first file into that of the merged tree.</summary>
internal sealed class MergedTreeRecord(ParsedTree first, IReadOnlyList<MergedBranch> branches, long entries, ClusterSizes clusters, Compression? compression)
{
    /// <summary>Makes the changes.</summary>
    public void Edit(RecordPatch patch)
    {
        var (layout, version) = (first.Layout, first.Version);
        var (total, stored) = (branches.Sum(branch => branch.TotalBytes), branches.Sum(branch => branch.StoredBytes));
        patch.Set(layout.EntriesAt, entries);
        patch.Set(layout.EntriesAt + 8, total);                      // fTotBytes
        patch.Set(layout.EntriesAt + 16, stored);                    // fZipBytes
        patch.Set(layout.EntriesAt + 24, stored);                    // fSavedBytes
        if (version >= 18) patch.Set(layout.EntriesAt + 32, stored); // fFlushedBytes
        if (version >= 19) EditClusters(patch, layout);
        for (var i = 0; i < branches.Count; i++) EditBranch(patch, first.Branches[i].Layout, branches[i]);
    }

    private void EditClusters(RecordPatch patch, TreeLayout layout)
    {
        var (autoFlush, ends, sizes) = clusters.ToRecord();
        patch.Set(layout.RangesAt, ends.Count);
        if (autoFlush > 0) patch.Set(layout.AutoFlushAt, autoFlush);
        var writer = new ObjectWriter();
        foreach (var range in (IReadOnlyList<long>[])[ends, sizes])
        {
            writer.UInt8(range.Count > 0 ? (byte)1 : (byte)0);
            foreach (var value in range) writer.Int64(value);
        }
        patch.Replace(layout.ClustersAt, layout.ClustersEnd - layout.ClustersAt, writer.Bytes.ToArray());
    }

    private void EditBranch(RecordPatch patch, BranchLayout layout, MergedBranch branch)
    {
        var count = branch.Seeks.Count;
        var length = Math.Max(10, count + 1);
        if (compression is { } wanted) patch.Set(layout.CompressAt, wanted.Setting);
        patch.Set(layout.CompressAt + 12, count);                    // fWriteBasket
        patch.Set(layout.CompressAt + 16, branch.Entries);           // fEntryNumber
        patch.Set(layout.CountsAt + 4, length);                      // fMaxBaskets
        patch.Set(layout.CountsAt + 12, branch.Entries);
        var totalAt = layout.CountsAt + (layout.Version >= 11 ? 28 : 20);
        patch.Set(totalAt, branch.TotalBytes);
        patch.Set(totalAt + 8, branch.StoredBytes);
        patch.Replace(layout.BasketsAt, layout.BasketsEnd - layout.BasketsAt, Baskets(branch, count, length));
    }

    private static byte[] Baskets(MergedBranch branch, int count, int length)
    {
        var writer = new ObjectWriter();
        var start = writer.Begin(3);
        writer.Object();
        writer.String("");
        writer.Int32(count + 1);
        writer.Int32(0);                                             // fLowerBound
        for (var i = 0; i <= count; i++) writer.NullPointer();       // none is embedded
        writer.End(start);
        writer.UInt8(1);
        for (var i = 0; i < length; i++) writer.Int32(i < count ? branch.Bytes[i] : 0);
        writer.UInt8(1);
        for (var i = 0; i < length; i++) writer.Int64(i < count ? branch.FirstEntries[i] : i == count ? branch.Entries : 0);
        writer.UInt8(1);
        for (var i = 0; i < length; i++) writer.Int64(i < count ? branch.Seeks[i] : 0);
        return writer.Bytes.ToArray();
    }
}
