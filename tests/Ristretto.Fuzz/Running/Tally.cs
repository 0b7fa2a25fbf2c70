using System.Globalization;

namespace Ristretto.Fuzz.Running;

/// <summary>How many inputs came out how, and the extremes.</summary>
internal sealed class Tally
{
    /// <summary>The outcome of an input that was read whole.</summary>
    internal const string Whole = "read whole";

    private readonly SortedDictionary<string, long> _outcomes = new(StringComparer.Ordinal);

    /// <summary>Number of inputs.</summary>
    internal long Count { get; private set; }

    /// <summary>Outcomes by kind.</summary>
    internal IReadOnlyDictionary<string, long> Outcomes => _outcomes;

    /// <summary>The slowest input.</summary>
    internal (double Milliseconds, string Case) Slowest { get; private set; } = (0, "");

    /// <summary>The largest memory of a process, in bytes.</summary>
    internal long PeakMemory { get; set; }

    /// <summary>Counts an input.</summary>
    internal void Add(string outcome, double milliseconds, string input)
    {
        Count++;
        _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;
        if (milliseconds > Slowest.Milliseconds) Slowest = (milliseconds, input);
    }

    /// <summary>Adds another's numbers.</summary>
    internal void Add(Tally other)
    {
        Count += other.Count;
        foreach (var (outcome, count) in other._outcomes) _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + count;
        if (other.Slowest.Milliseconds > Slowest.Milliseconds) Slowest = other.Slowest;
        PeakMemory = Math.Max(PeakMemory, other.PeakMemory);
    }

    /// <summary>In one line, to be told to another process.</summary>
    internal string ToLine() => string.Create(CultureInfo.InvariantCulture,
        $"tally\t{Count}\t{PeakMemory}\t{Slowest.Milliseconds:f1}\t{Slowest.Case}\t{string.Join('|', _outcomes.Select(static pair => $"{pair.Key}={pair.Value}"))}");

    /// <summary>Reads such a line.</summary>
    internal static Tally? OfLine(string line)
    {
        if (line.Split('\t') is not ["tally", var count, var peak, var slowest, var input, var outcomes]) return null;
        var tally = new Tally
        {
            Count = long.Parse(count, CultureInfo.InvariantCulture),
            PeakMemory = long.Parse(peak, CultureInfo.InvariantCulture),
            Slowest = (double.Parse(slowest, CultureInfo.InvariantCulture), input),
        };
        foreach (var pair in outcomes.Split('|', StringSplitOptions.RemoveEmptyEntries))
            tally._outcomes[pair[..pair.LastIndexOf('=')]] = long.Parse(pair[(pair.LastIndexOf('=') + 1)..], CultureInfo.InvariantCulture);
        return tally;
    }
}
