namespace Ristretto.Bytes.Codecs.Writing;

/// <summary>What each codec does when a file is written: one block, span to span. One per thread.</summary>
internal interface IBlockEncoder : IDisposable
{
    /// <summary>The first three bytes of the block's header: two letters and the method.</summary>
    ReadOnlySpan<byte> Tag { get; }

    /// <summary>Compresses a block; the length in <paramref name="to"/>, or 0 when it does not fit there.</summary>
    int Encode(ReadOnlySpan<byte> from, Span<byte> to, int level);
}
