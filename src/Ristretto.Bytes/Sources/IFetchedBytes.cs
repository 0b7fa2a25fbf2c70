namespace Ristretto.Bytes.Sources;

/// <summary>Bytes that were fetched before somebody asks for them.</summary>
internal interface IFetchedBytes
{
    /// <summary>The bytes of a range if they were fetched.</summary>
    bool TryGet(long offset, int length, out ReadOnlySpan<byte> bytes);
}
