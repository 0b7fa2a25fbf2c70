using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.NTuples;

/// <summary>A cluster group of RNTuple's footer: clusters whose pages are listed together.</summary>
/// <param name="FirstEntry">First entry.</param>
/// <param name="Entries">Number of entries.</param>
/// <param name="Clusters">Number of clusters.</param>
/// <param name="PageList">Where the page list is.</param>
public sealed record ClusterGroupRecord(long FirstEntry, long Entries, int Clusters, EnvelopeLinkRecord PageList)
{
    /// <summary>Bytes of a cluster group at least.</summary>
    internal const int SmallestSize = 8 + 20 + 20;

    internal static ClusterGroupRecord Decode(ref LittleEndianReader reader)
    {
        var end = reader.ReadRecordFrame();
        var (first, entries, clusters) = (reader.ReadCount64("the first entry of a cluster group"), reader.ReadCount64("the entries of a cluster group"), reader.ReadUInt32());
        if (clusters > int.MaxValue) reader.Fail($"a cluster group of {clusters} clusters");
        var link = EnvelopeLinkRecord.Decode(ref reader);
        reader.Leave(end);
        return new ClusterGroupRecord(first, entries, (int)clusters, link);
    }
}
