namespace Ristretto.Events.Datasets;

public sealed partial class LumiMask
{
    /// <summary>Whether the section is in the set.</summary>
    public bool Contains(uint run, uint lumi)
    {
        var at = Array.BinarySearch(_runs, run);
        return at >= 0 && Find(_starts[at], _starts[at + 1], lumi) >= 0;
    }

    /// <summary>For every event, whether its section is in the set. Allocates nothing; quickest when neighbours share run and section.</summary>
    /// <param name="run">Run numbers, shape <c>[events]</c>.</param>
    /// <param name="lumi">Luminosity sections, shape <c>[events]</c>.</param>
    /// <param name="result">Receives the answers, shape <c>[events]</c>.</param>
    /// <exception cref="ArgumentException">The three lengths differ.</exception>
    public void Contains(ReadOnlySpan<uint> run, ReadOnlySpan<uint> lumi, Span<bool> result)
    {
        if (run.Length != lumi.Length) throw new ArgumentException($"{run.Length} runs, but {lumi.Length} luminosity sections", nameof(lumi));
        if (run.Length != result.Length) throw new ArgumentException($"{run.Length} runs, but room for {result.Length} answers", nameof(result));
        int begin = 0, end = 0;                             // the ranges of the last run
        uint lastRun = 0, first = 1, last = 0;              // the last range that was hit; empty at first
        for (var i = 0; i < run.Length; i++)
        {
            if (i == 0 || run[i] != lastRun)
            {
                lastRun = run[i];
                var at = Array.BinarySearch(_runs, lastRun);
                (begin, end) = at < 0 ? (0, 0) : (_starts[at], _starts[at + 1]);
                (first, last) = (1, 0);
            }
            if (lumi[i] >= first && lumi[i] <= last)
            {
                result[i] = true;
                continue;
            }
            var range = Find(begin, end, lumi[i]);
            if (range >= 0) (first, last) = (_first[range], _last[range]);
            result[i] = range >= 0;
        }
    }

    /// <summary>The range among <paramref name="begin"/> … <paramref name="end"/> that holds the section, or −1.</summary>
    private int Find(int begin, int end, uint lumi)
    {
        var low = begin;
        var high = end;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_first[middle] <= lumi) low = middle + 1;
            else high = middle;
        }
        return low > begin && lumi <= _last[low - 1] ? low - 1 : -1;
    }
}
