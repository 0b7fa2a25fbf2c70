using Ristretto.Bytes.Errors;

namespace Ristretto.Events.Datasets;

/// <summary>A set of luminosity sections: the certified ones of a golden JSON, or those that were seen. Does not change; safe for all threads.</summary>
/// <remarks>Kept as sorted ranges that neither overlap nor touch, by run.</remarks>
public sealed partial class LumiMask
{
    private readonly uint[] _runs;
    private readonly int[] _starts;
    private readonly uint[] _first;
    private readonly uint[] _last;

    /// <summary>The union of the given ranges; they may come in any order, overlap and touch.</summary>
    /// <exception cref="ArgumentException">A range ends before it begins.</exception>
    public LumiMask(IEnumerable<LumiRange> ranges)
    {
        var sorted = Coalesce(ranges);
        var runs = new List<uint>();
        var starts = new List<int>();
        (_first, _last) = (new uint[sorted.Count], new uint[sorted.Count]);
        for (var i = 0; i < sorted.Count; i++)
        {
            if (runs.Count == 0 || runs[^1] != sorted[i].Run)
            {
                runs.Add(sorted[i].Run);
                starts.Add(i);
            }
            (_first[i], _last[i]) = (sorted[i].First, sorted[i].Last);
            Count += sorted[i].Count;
        }
        starts.Add(sorted.Count);
        (_runs, _starts) = ([.. runs], [.. starts]);
    }

    /// <summary>No section at all.</summary>
    public static LumiMask Empty { get; } = new([]);

    /// <summary>Number of luminosity sections.</summary>
    public long Count { get; }

    /// <summary>The runs that have a section, rising.</summary>
    public IReadOnlyList<uint> Runs => _runs;

    /// <summary>The ranges by run and section, as few as possible.</summary>
    public IEnumerable<LumiRange> Ranges
    {
        get
        {
            for (var run = 0; run < _runs.Length; run++)
                for (var i = _starts[run]; i < _starts[run + 1]; i++) yield return new(_runs[run], _first[i], _last[i]);
        }
    }

    /// <summary>Reads a golden JSON: <c>{"run": [[first, last], …], …}</c>, both ends included, plain or gzip.</summary>
    /// <exception cref="SourceException">The file is missing or unreadable.</exception>
    /// <exception cref="ConfigurationException">The content is wrong; the message names file, line and run.</exception>
    public static LumiMask Open(string path) => GoldenJson.Read(path);

    private static List<LumiRange> Coalesce(IEnumerable<LumiRange> ranges)
    {
        List<LumiRange> sorted = [.. ranges.OrderBy(range => range.Run).ThenBy(range => range.First).ThenBy(range => range.Last)];
        List<LumiRange> joined = new(sorted.Count);
        foreach (var range in sorted)
        {
            if (range.Last < range.First) throw new ArgumentException($"run {range.Run}: the range {range.First}-{range.Last} ends before it begins", nameof(ranges));
            if (joined.Count > 0 && joined[^1] is var open && open.Run == range.Run && range.First <= (long)open.Last + 1)
                joined[^1] = open with { Last = Math.Max(open.Last, range.Last) };
            else
                joined.Add(range);
        }
        return joined;
    }
}
