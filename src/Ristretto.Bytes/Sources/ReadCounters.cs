using System.Collections.Concurrent;

namespace Ristretto.Bytes.Sources;

/// <summary>Counts what is read from one file: requests, bytes, decompressed bytes, and these per branch. Thread-safe; exact.</summary>
public sealed class ReadCounters
{
    private readonly ConcurrentDictionary<string, BranchReadCounters> _branches = new(StringComparer.Ordinal);
    private long _requests;
    private long _bytesRead;
    private long _decompressedBytes;

    /// <summary>Number of read requests sent to the source.</summary>
    public long Requests => Volatile.Read(ref _requests);

    /// <summary>Bytes asked for.</summary>
    public long BytesRead => Volatile.Read(ref _bytesRead);

    /// <summary>Bytes that came out of decompression, records and baskets alike; stored bytes where nothing was compressed.</summary>
    public long DecompressedBytes => Volatile.Read(ref _decompressedBytes);

    /// <summary>The branches that were read, by <c>tree/branch</c>.</summary>
    public IReadOnlyDictionary<string, BranchReadCounters> Branches => _branches;

    internal void AddRequest(int bytes)
    {
        Interlocked.Increment(ref _requests);
        Interlocked.Add(ref _bytesRead, bytes);
    }

    internal void AddDecompressed(int bytes) => Interlocked.Add(ref _decompressedBytes, bytes);

    internal BranchReadCounters OfBranch(string treeAndBranch) => _branches.GetOrAdd(treeAndBranch, static _ => new BranchReadCounters());
}
