using System.Diagnostics;

namespace Ristretto.Events.Engine.Costs;

/// <summary>Adds up what the workers have measured.</summary>
internal static class CostSums
{
    /// <summary>Where their time went, also while they work.</summary>
    internal static StageTimes Stages(IReadOnlyList<StageMeter> meters, TimeSpan elapsed)
    {
        TimeSpan Sum(Stage stage) => Time(meters.Sum(meter => meter[stage]));
        var times = new StageTimes(Sum(Stage.Open), Sum(Stage.Fetch), Sum(Stage.Decompress), Sum(Stage.Decode), Sum(Stage.Compute),
            meters.Any(meter => meter.Analysis is not null) ? Sum(Stage.Fill) : null, Sum(Stage.Merge), TimeSpan.Zero);
        var rest = elapsed * meters.Count - times.Busy;
        return times with { Wait = rest > TimeSpan.Zero ? rest : TimeSpan.Zero };
    }

    /// <summary>The columns, those with the most decompressed bytes first.</summary>
    internal static IReadOnlyList<ColumnCost> Columns(IReadOnlyDictionary<string, (long Compressed, long Decompressed)> bytes, IReadOnlyList<StageMeter> meters)
    {
        var ticks = meters.SelectMany(meter => meter.Columns.Values).ToLookup(column => column.Branch, StringComparer.Ordinal);
        // In an RNTuple the part pt of the collection Jet is asked for as Jet_pt; the lengths of lists are part of what they are stored with.
        var names = bytes.Keys.ToDictionary(name => name, name => ticks.Contains(name) ? name : name.Replace('.', '_'), StringComparer.Ordinal);
        var others = ticks.Select(group => group.Key).Except(names.Values).ToDictionary(name => name, _ => (Compressed: 0L, Decompressed: 0L), StringComparer.Ordinal);
        return [.. bytes.Concat(others)
            .Select(branch => (Cost: new ColumnCost(branch.Key, branch.Value.Compressed, branch.Value.Decompressed), Ticks: ticks[names.GetValueOrDefault(branch.Key, branch.Key)]))
            .Select(column => column.Cost with
            {
                Fetch = Time(column.Ticks.Sum(ticks => ticks.Fetch)),
                Decompress = Time(column.Ticks.Sum(ticks => ticks.Decompress)),
                Decode = Time(column.Ticks.Sum(ticks => ticks.Decode)),
            })
            .OrderByDescending(cost => cost.DecompressedBytes).ThenBy(cost => cost.Branch, StringComparer.Ordinal)];
    }

    /// <summary>The cuts in the order in which a worker reached them, what comes after the last at the end.</summary>
    internal static IReadOnlyList<CutCost> Cuts(IReadOnlyList<StageMeter> meters) =>
        [.. meters.SelectMany(meter => meter.Analysis?.Cuts ?? [])
            .GroupBy(cut => cut.Cut, StringComparer.Ordinal)
            .Select(cuts => new CutCost(cuts.Key, Time(cuts.Sum(cut => cut.Computing)), Time(cuts.Sum(cut => cut.Reading)), cuts.Sum(cut => cut.Batches)))
            .OrderBy(cut => cut.Cut.Length == 0)];

    /// <summary>The histograms, the most expensive first.</summary>
    internal static IReadOnlyList<FillCost> Histograms(IReadOnlyList<StageMeter> meters) =>
        [.. meters.SelectMany(meter => meter.Analysis?.Fills ?? (IEnumerable<KeyValuePair<string, (long Ticks, long Fills)>>)[])
            .GroupBy(fill => fill.Key, fill => fill.Value, StringComparer.Ordinal)
            .Select(fills => new FillCost(fills.Key, Time(fills.Sum(fill => fill.Ticks)), fills.Sum(fill => fill.Fills)))
            .OrderByDescending(fill => fill.Time).ThenBy(fill => fill.Histogram, StringComparer.Ordinal)];

    private static TimeSpan Time(long ticks) => TimeSpan.FromSeconds(ticks / (double)Stopwatch.Frequency);
}
