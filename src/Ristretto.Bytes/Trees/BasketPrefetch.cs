using Ristretto.Bytes.Sources;

namespace Ristretto.Bytes.Trees;

/// <summary>Fetches the compressed baskets of several branches for a range of entries over a network in few requests, into a buffer of bounded size from
/// which the branches' readers then decode; and, on request, those of the next range meanwhile. Of a local file it has the system bring them into memory
/// and fetches small ones together; the readers read each larger one by itself, so that it is in the processor's cache when it is decompressed. One per
/// worker, not thread-safe.</summary>
/// <remarks>Baskets are taken in the order in which their entries come until the buffer is full; the remaining ones are fetched one by one when they are needed.</remarks>
public sealed class BasketPrefetch : IFetchedBytes, IDisposable
{
    /// <summary>Default size of the buffer: 8 MiB.</summary>
    public const int DefaultLimit = 8 << 20;

    private readonly int _limit;
    private FetchedBaskets _present = new();
    private FetchedBaskets _ahead = new();

    /// <summary>An empty buffer of at most <paramref name="limit"/> bytes; fetching ahead takes as much again.</summary>
    public BasketPrefetch(int limit = DefaultLimit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        _limit = limit;
    }

    /// <summary>Fetches the baskets with entries from <paramref name="firstEntry"/> up to <paramref name="endEntry"/>, all of one file, and makes the readers use them;
    /// when they were fetched ahead, waits for their arrival. What was fetched before is dropped.</summary>
    /// <exception cref="Errors.SourceException">The bytes could not be fetched.</exception>
    public void Load(IReadOnlyList<BranchReader> readers, long firstEntry, long endEntry)
    {
        _present.Clear();
        if (readers.Count == 0 || endEntry <= firstEntry) return;
        var source = SourceOf(readers);
        if (_ahead.Is(source, firstEntry, endEntry))
        {
            (_present, _ahead) = (_ahead, _present);
            _present.Wait();
            return;
        }
        _ahead.Clear();
        _present.Plan(readers, firstEntry, endEntry, _limit, null);
        if (!source.IsRemote) _present.Announce(source, _limit);
        _present.Read(source);
    }

    /// <summary>Starts to fetch the baskets that the next <see cref="Load"/> with the same range will ask for, and returns at once. Baskets that reach into
    /// the range from before it are left out when they are at hand: their reader holds them when it comes to the range.</summary>
    /// <param name="readers">The readers of the branches.</param>
    /// <param name="firstEntry">First entry.</param>
    /// <param name="endEntry">First entry behind the range.</param>
    public void LoadAhead(IReadOnlyList<BranchReader> readers, long firstEntry, long endEntry)
    {
        _ahead.Clear();
        if (readers.Count == 0 || endEntry <= firstEntry) return;
        var source = SourceOf(readers);
        _ahead.Plan(readers, firstEntry, endEntry, _limit, _present);
        _ahead.Start(source);
    }

    /// <summary>Drops what was fetched, and stops what is being fetched; the memory is kept for the next range.</summary>
    public void Clear()
    {
        _present.Clear();
        _ahead.Clear();
    }

    /// <summary>Returns the memory; the readers then fetch each basket by itself.</summary>
    public void Dispose()
    {
        _present.Dispose();
        _ahead.Dispose();
    }

    bool IFetchedBytes.TryGet(long offset, int length, out ReadOnlySpan<byte> bytes) => _present.TryGet(offset, length, out bytes);

    private ByteSource SourceOf(IReadOnlyList<BranchReader> readers)
    {
        var source = readers[0].Branch.Tree.File.Source;
        foreach (var reader in readers)
        {
            if (reader.Branch.Tree.File.Source != source) throw new ArgumentException("the readers belong to different files", nameof(readers));
            reader.Prefetch = this;
        }
        return source;
    }
}
