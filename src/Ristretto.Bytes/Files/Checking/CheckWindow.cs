using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources;

namespace Ristretto.Bytes.Files.Checking;

/// <summary>Some megabytes of a file that were fetched together.</summary>
internal sealed class CheckWindow(ByteSource source) : IFetchedBytes, IDisposable
{
    private const int Limit = 8 << 20, MostRanges = 4096;

    private readonly FetchedRanges _fetched = new();
    private readonly List<ByteRange> _ranges = [];

    /// <summary>Fetches ranges, of which not all need fit. What was fetched before is dropped.</summary>
    public void Load(IEnumerable<ByteRange> ranges)
    {
        _ranges.Clear();
        var room = (long)Limit;
        foreach (var range in ranges)
        {
            if (range.Length > room || range.Offset < 0 || range.Offset > source.Length - range.Length || _ranges.Count == MostRanges) break;
            if (range.Length == 0) continue;
            _ranges.Add(range);
            room -= range.Length;
        }
        _fetched.Clear();
        if (_ranges.Count == 0) return;
        try
        {
            _fetched.Fetch(source, _ranges, Limit);
        }
        catch (SourceException) when (!source.IsRemote)
        {
            _fetched.Clear();      // a bad place on the disk: then each range by itself
        }
    }

    public bool TryGet(long offset, int length, out ReadOnlySpan<byte> bytes) => _fetched.TryGet(offset, length, out bytes);

    public void Dispose() => _fetched.Dispose();
}
