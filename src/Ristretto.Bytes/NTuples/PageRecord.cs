namespace Ristretto.Bytes.NTuples;

/// <summary>A page of RNTuple's page list: consecutive elements of one column of one cluster.</summary>
/// <param name="Offset">Offset of the stored bytes in the file.</param>
/// <param name="StoredBytes">Their number, without the checksum.</param>
/// <param name="Elements">Number of elements.</param>
/// <param name="HasChecksum">Whether 8 bytes of XXH3 follow.</param>
internal readonly record struct PageRecord(long Offset, int StoredBytes, int Elements, bool HasChecksum)
{
    /// <summary>Bytes to fetch: stored bytes and checksum.</summary>
    public int FetchedBytes => StoredBytes + (HasChecksum ? 8 : 0);
}
