namespace Ristretto.Bytes.Sources;

/// <summary>A file as a sequence of bytes that can be read at any offset, by several threads at once.</summary>
public abstract class ByteSource : IDisposable
{
    /// <summary>A source called <paramref name="path"/>.</summary>
    protected ByteSource(string path) => Path = path;

    /// <summary>Path or URL, as given.</summary>
    public string Path { get; }

    /// <summary>Length in bytes when it was opened.</summary>
    public abstract long Length { get; }

    /// <summary>Distance in bytes up to which it is cheaper to read the gap between two ranges than to ask twice.</summary>
    public abstract int CoalescingGap { get; }

    /// <summary>What was read so far.</summary>
    public ReadCounters Counters { get; } = new();

    /// <summary>Reads exactly <paramref name="destination"/>.Length bytes.</summary>
    /// <exception cref="Errors.SourceException">The bytes could not be fetched, or the file ends before.</exception>
    public abstract void Read(long offset, Span<byte> destination);

    /// <summary>Reads exactly <paramref name="destination"/>.Length bytes.</summary>
    /// <exception cref="Errors.SourceException">The bytes could not be fetched, or the file ends before.</exception>
    public abstract ValueTask ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellation = default);

    /// <summary>Opens the file <paramref name="path"/> points to.</summary>
    /// <exception cref="Errors.SourceException">It is missing, a directory, empty, not readable, or of an unknown URL scheme.</exception>
    public static ByteSource Open(string path) => path.IndexOf("://", StringComparison.Ordinal) switch
    {
        4 when path.StartsWith("file", StringComparison.Ordinal) => LocalFileSource.Open(path[7..]),
        > 1 and var at => throw new Errors.SourceException(path, $"no reader for {path[..at]} addresses; copy the file and give its local path"),
        _ => LocalFileSource.Open(path),
    };

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes what the derived source holds.</summary>
    protected abstract void Dispose(bool disposing);
}
