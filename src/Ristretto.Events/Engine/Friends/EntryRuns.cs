namespace Ristretto.Events.Engine.Friends;

/// <summary>Which consecutive entries are read to have some that lie here and there.</summary>
internal static class EntryRuns
{
    /// <summary>Entries that lie between wanted ones are read with them, up to so many: that is faster than to begin anew.</summary>
    internal const long MostBetween = 256;

    /// <summary>The place of each entry among those that are read.</summary>
    /// <param name="entries">The entries, in any order; negative ones are not read, and have no place.</param>
    /// <param name="runs">What is read, in the order of the entries.</param>
    /// <param name="length">Number of entries that are read.</param>
    internal static int[] Of(ReadOnlySpan<long> entries, out List<(long First, int Length)> runs, out int length)
    {
        var sorted = entries.ToArray();
        var places = new int[entries.Length];
        for (var i = 0; i < places.Length; i++) places[i] = i;
        Array.Sort(sorted, places);
        (runs, length) = ([], 0);
        var result = new int[entries.Length];
        foreach (var (entry, place) in sorted.Zip(places))
        {
            if (entry < 0) continue;
            if (runs.Count > 0 && entry - (runs[^1].First + runs[^1].Length) is var between && between <= MostBetween)
            {
                var more = (int)Math.Max(0, between + 1);
                runs[^1] = (runs[^1].First, runs[^1].Length + more);
                length += more;
            }
            else
            {
                runs.Add((entry, 1));
                length++;
            }
            result[place] = length - 1;
        }
        return result;
    }
}
