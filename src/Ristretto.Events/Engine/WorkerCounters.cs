using Ristretto.Bytes.Sources;

namespace Ristretto.Events.Engine;

/// <summary>What was read from files.</summary>
internal sealed class WorkerCounters
{
    private readonly Dictionary<string, (long Compressed, long Decompressed)> _branches = new(StringComparer.Ordinal);

    internal long Requests { get; private set; }

    internal long BytesRead { get; private set; }

    internal long DecompressedBytes { get; private set; }

    internal IReadOnlyDictionary<string, (long Compressed, long Decompressed)> Branches => _branches;

    internal void Add(ReadCounters counters)
    {
        Requests += counters.Requests;
        BytesRead += counters.BytesRead;
        DecompressedBytes += counters.DecompressedBytes;
        foreach (var (path, branch) in counters.Branches)
        {
            var name = path[(path.LastIndexOf('/') + 1)..];
            var known = _branches.GetValueOrDefault(name);
            _branches[name] = (known.Compressed + branch.CompressedBytes, known.Decompressed + branch.DecompressedBytes);
        }
    }
}
