namespace Ristretto.Events.Datasets;

public sealed partial class LumiMask
{
    /// <summary>The sections that are in this set or in the other.</summary>
    public LumiMask Union(LumiMask other) => new(Ranges.Concat(other.Ranges));

    /// <summary>The sections that are in both sets.</summary>
    public LumiMask Intersect(LumiMask other)
    {
        List<LumiRange> common = [];
        foreach (var range in Ranges)
        {
            var (at, end) = other.RangesFrom(range);
            for (; at < end && other._first[at] <= range.Last; at++)
                common.Add(new(range.Run, Math.Max(range.First, other._first[at]), Math.Min(range.Last, other._last[at])));
        }
        return new(common);
    }

    /// <summary>The sections of this set that the other has not: certified except seen are the missing ones.</summary>
    public LumiMask Except(LumiMask other)
    {
        List<LumiRange> rest = [];
        foreach (var range in Ranges)
        {
            var (at, end) = other.RangesFrom(range);
            long next = range.First;
            for (; at < end && other._first[at] <= range.Last; at++)
            {
                if (next < other._first[at]) rest.Add(new(range.Run, (uint)next, other._first[at] - 1));
                next = (long)other._last[at] + 1;
            }
            if (next <= range.Last) rest.Add(new(range.Run, (uint)next, range.Last));
        }
        return new(rest);
    }

    /// <summary>The first range of the same run that does not end before <paramref name="range"/>, and the end of that run's ranges.</summary>
    private (int At, int End) RangesFrom(LumiRange range)
    {
        var run = Array.BinarySearch(_runs, range.Run);
        if (run < 0) return (0, 0);
        var (low, high) = (_starts[run], _starts[run + 1]);
        var end = high;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_last[middle] < range.First) low = middle + 1;
            else high = middle;
        }
        return (low, end);
    }
}
