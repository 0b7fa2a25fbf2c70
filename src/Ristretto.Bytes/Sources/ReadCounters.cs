using System.Collections.Concurrent;

namespace Ristretto.Bytes.Sources;

/// <summary>Counts what is read from one file: requests, bytes, decompressed bytes, and these per branch. Thread-safe; exact.</summary>
public sealed class ReadCounters
{
    private readonly ConcurrentDictionary<string, BranchReadCounters> _branches = new(StringComparer.Ordinal);
    private long _requests;
    private long _bytesRead;
    private long _decompressedBytes;
    private long _retries;
    private long _inFlight;
    private long _mostInFlight;

    /// <summary>Number of read requests sent to the source.</summary>
    public long Requests => Volatile.Read(ref _requests);

    /// <summary>Bytes asked for; what is asked for again counts again.</summary>
    public long BytesRead => Volatile.Read(ref _bytesRead);

    /// <summary>Number of requests that repeated a failed one.</summary>
    public long Retries => Volatile.Read(ref _retries);

    /// <summary>The largest number of bytes that were asked for and had not arrived at any time.</summary>
    public long MostBytesInFlight => Volatile.Read(ref _mostInFlight);

    /// <summary>Bytes that came out of decompression, records and baskets alike; stored bytes where nothing was compressed.</summary>
    public long DecompressedBytes => Volatile.Read(ref _decompressedBytes);

    /// <summary>The branches that were read, by <c>tree/branch</c>.</summary>
    public IReadOnlyDictionary<string, BranchReadCounters> Branches => _branches;

    internal void AddRequest(long bytes)
    {
        Interlocked.Increment(ref _requests);
        Interlocked.Add(ref _bytesRead, bytes);
    }

    internal void AddRetry() => Interlocked.Increment(ref _retries);

    internal void Sent(long bytes)
    {
        var now = Interlocked.Add(ref _inFlight, bytes);
        for (var most = Volatile.Read(ref _mostInFlight); now > most;)
        {
            var seen = Interlocked.CompareExchange(ref _mostInFlight, now, most);
            if (seen == most) break;
            most = seen;
        }
    }

    internal void Arrived(long bytes) => Interlocked.Add(ref _inFlight, -bytes);

    internal void AddDecompressed(int bytes) => Interlocked.Add(ref _decompressedBytes, bytes);

    internal BranchReadCounters OfBranch(string treeAndBranch) => _branches.GetOrAdd(treeAndBranch, static _ => new BranchReadCounters());
}
