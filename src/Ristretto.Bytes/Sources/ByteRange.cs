namespace Ristretto.Bytes.Sources;

/// <summary>A range of bytes of a file.</summary>
/// <param name="Offset">First byte.</param>
/// <param name="Length">Number of bytes.</param>
public readonly record struct ByteRange(long Offset, int Length)
{
    /// <summary>The first byte behind the range.</summary>
    public long End => Offset + Length;
}
