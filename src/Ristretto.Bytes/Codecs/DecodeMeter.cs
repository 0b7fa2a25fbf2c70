namespace Ristretto.Bytes.Codecs;

/// <summary>Told how long each basket and page took; one for each <see cref="DecodeContext"/>. Times are timestamps of <see cref="System.Diagnostics.Stopwatch"/>.</summary>
public abstract class DecodeMeter
{
    /// <summary>A basket or a page was fetched and then decompressed.</summary>
    /// <param name="start">When its bytes were asked for.</param>
    /// <param name="fetched">When they were there.</param>
    /// <param name="end">When they were decompressed.</param>
    public abstract void Decoded(long start, long fetched, long end);
}
