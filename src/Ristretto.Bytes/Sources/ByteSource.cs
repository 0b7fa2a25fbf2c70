namespace Ristretto.Bytes.Sources;

/// <summary>A file as a sequence of bytes that can be read at any offset, by several threads at once.</summary>
public abstract class ByteSource : IDisposable
{
    /// <summary>A source called <paramref name="path"/>.</summary>
    protected ByteSource(string path) : this(path, new ReadCounters()) { }

    private protected ByteSource(string path, ReadCounters counters) => (Path, Counters) = (path, counters);

    /// <summary>Path or URL, as given.</summary>
    public string Path { get; }

    /// <summary>Length in bytes when it was opened.</summary>
    public abstract long Length { get; }

    /// <summary>Distance in bytes up to which it is cheaper to read the gap between two ranges than to ask twice.</summary>
    public abstract int CoalescingGap { get; }

    /// <summary>Whether the bytes come over a network, so that fetching ahead pays and bytes that nobody needs cost time.</summary>
    public virtual bool IsRemote => false;

    /// <summary>What was read so far.</summary>
    public ReadCounters Counters { get; }

    /// <summary>Reads exactly <paramref name="destination"/>.Length bytes.</summary>
    /// <exception cref="Errors.SourceException">The bytes could not be fetched, or the file ends before.</exception>
    public abstract void Read(long offset, Span<byte> destination);

    /// <summary>Reads exactly <paramref name="destination"/>.Length bytes.</summary>
    /// <exception cref="Errors.SourceException">The bytes could not be fetched, or the file ends before.</exception>
    public abstract ValueTask ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellation = default);

    /// <summary>Reads several ranges, in any order, which may overlap: a remote source fetches them with few requests, several at a time.</summary>
    /// <param name="ranges">The ranges.</param>
    /// <param name="destination">Receives their bytes one after the other, in the order of the ranges; at least as long as all of them together.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    /// <exception cref="Errors.SourceException">Bytes could not be fetched, or the file ends before; what the destination then holds is undefined.</exception>
    public virtual void Read(IReadOnlyList<ByteRange> ranges, Memory<byte> destination)
    {
        CheckRoom(ranges, destination.Length);
        var filled = 0;
        foreach (var range in ranges)
        {
            Read(range.Offset, destination.Span.Slice(filled, range.Length));
            filled += range.Length;
        }
    }

    /// <summary>As <see cref="Read(IReadOnlyList{ByteRange}, Memory{byte})"/>. When the task has ended, in whatever way, nothing more is written into the destination.</summary>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    /// <exception cref="Errors.SourceException">Bytes could not be fetched, or the file ends before; what the destination then holds is undefined.</exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public virtual async ValueTask ReadAsync(IReadOnlyList<ByteRange> ranges, Memory<byte> destination, CancellationToken cancellation = default)
    {
        CheckRoom(ranges, destination.Length);
        var filled = 0;
        foreach (var range in ranges)
        {
            await ReadAsync(range.Offset, destination.Slice(filled, range.Length), cancellation).ConfigureAwait(false);
            filled += range.Length;
        }
    }

    /// <summary>Says which ranges will be read soon, so that the system can bring them into memory meanwhile; reads nothing and never fails.</summary>
    internal virtual void Announce(IReadOnlyList<ByteRange> ranges) { }

    /// <summary>Opens a file by its path, or by an address (<c>http</c>, <c>https</c>, <c>root</c>, <c>roots</c>, <c>file</c>).</summary>
    /// <param name="path">Path or address.</param>
    /// <param name="connections">The connections to servers, shared with other files; without them a remote file has one of its own.</param>
    /// <exception cref="Errors.SourceException">It is missing, a directory, empty, not readable, or of an unknown kind of address.</exception>
    public static ByteSource Open(string path, Connections? connections = null)
    {
        if (!SourceAddress.IsRemote(path)) return LocalFileSource.Open(SourceAddress.ToLocal(path));
        return connections is null ? Connections.OpenOnItsOwn(path) : connections.Open(path);
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes what the derived source holds.</summary>
    protected abstract void Dispose(bool disposing);

    /// <summary>Refuses a destination that is shorter than the ranges.</summary>
    private protected static void CheckRoom(IReadOnlyList<ByteRange> ranges, int room)
    {
        var total = 0L;
        foreach (var range in ranges) total += range.Length;
        if (total > room) throw new ArgumentException($"the ranges have {total} bytes, the destination {room}", nameof(ranges));
    }
}
