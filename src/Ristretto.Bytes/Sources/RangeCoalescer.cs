namespace Ristretto.Bytes.Sources;

/// <summary>Joins ranges that lie close together, so that they are fetched in fewer requests.</summary>
public static class RangeCoalescer
{
    /// <summary>Sorts <paramref name="ranges"/> by offset and appends the joined requests to <paramref name="requests"/>.</summary>
    /// <param name="ranges">The wanted ranges; sorted by the call. They may overlap.</param>
    /// <param name="gap">Largest number of unwanted bytes between two ranges of one request.</param>
    /// <param name="largest">Largest request in bytes; a single wanted range may be larger.</param>
    /// <param name="requests">Receives the requests in the order of their offsets, without overlap of their wanted parts.</param>
    public static void Coalesce(List<ByteRange> ranges, int gap, int largest, List<ByteRange> requests)
    {
        ranges.Sort(static (a, b) => a.Offset != b.Offset ? a.Offset.CompareTo(b.Offset) : a.Length.CompareTo(b.Length));
        var first = requests.Count;
        foreach (var range in ranges)
        {
            if (requests.Count > first)
            {
                var last = requests[^1];
                var end = Math.Max(last.End, range.End);
                if (range.Offset - last.End <= gap && end - last.Offset <= Math.Max(largest, last.Length))
                {
                    requests[^1] = new ByteRange(last.Offset, (int)(end - last.Offset));
                    continue;
                }
            }
            requests.Add(range);
        }
    }
}
