namespace Ristretto.Bytes.NTuples.Reading;

/// <summary>Consecutive elements of a cluster at one level of a column.</summary>
/// <param name="Cluster">The cluster.</param>
/// <param name="From">First element, counted from the start of the cluster.</param>
/// <param name="To">The first element behind.</param>
internal readonly record struct Segment(int Cluster, long From, long To)
{
    public long Length => To - From;
}
