using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Files.Writing;

namespace Ristretto.Bytes.NTuples.Writing;

/// <summary>The end of a cluster: all its pages are compressed, and go into the file in one record.</summary>
internal sealed class PendingCluster(NTupleWriter tuple, WrittenCluster cluster) : PendingRecord
{
    private const int ChecksumBytes = 8;

    // Far from the limit of a record, 1 GiB.
    private const long LargestBlob = 1 << 29;

    public override int HeldBytes => 0;

    public override void Encode(EncodeContext context) { }

    public override void Write()
    {
        for (var from = 0; from < cluster.Waiting.Count;)
        {
            var (to, length) = (from, 0L);
            do length += cluster.Waiting[to++].Stored + ChecksumBytes;
            while (to < cluster.Waiting.Count && length + cluster.Waiting[to].Stored + ChecksumBytes <= LargestBlob);
            var position = tuple.BeginBlob((int)length, (int)length);
            for (; from < to; from++)
            {
                var (column, elements, bytes, stored) = cluster.Waiting[from];
                tuple.ContinueBlob(position, bytes.Span[..(stored + ChecksumBytes)]);
                cluster.Add(column, new WrittenPage(elements, stored, position));
                position += stored + ChecksumBytes;
            }
        }
    }

    public override void Release() => cluster.Release();
}
