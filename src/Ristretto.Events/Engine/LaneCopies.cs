using Ristretto.Columns.Accumulation;

namespace Ristretto.Events.Engine;

/// <summary>Estimates the memory for what one run of events accumulates: copies of histograms, cutflows and the like.</summary>
/// <remarks>A dry run shows the copies that are made whatever the events hold. Those that are made with the first entry are made of something that
/// lives already. An analysis makes what it fills in one go, so that whatever was made after the first thing that its dry run uses, and before the
/// next analysis, is taken for its own. What was made before the first analysis may be filled too, or may have nothing to do with it.</remarks>
internal sealed class LaneCopies
{
    private readonly List<(int First, CopySize Bytes)> _analyses = [];
    private readonly HashSet<int> _used = [];

    /// <summary>Notes what a dry run of an analysis came across.</summary>
    /// <param name="lane">The lane of the dry run.</param>
    /// <param name="bytes">Memory for the copies that were made in it.</param>
    internal void Add(Lane lane, long bytes)
    {
        var ids = lane.Owners.Select(owner => owner.Id).ToArray();
        // Cells come with the first entry, which a dry run does not have.
        var size = lane.Owners.Aggregate(new CopySize(bytes, 0), (sum, owner) => sum + SizeOf(owner));
        if (ids.Length > 0 && !_used.Contains(ids.Min())) _analyses.Add((ids.Min(), size));
        else _analyses.Add((int.MaxValue, size));      // uses nothing, or what another data set uses too
        _used.UnionWith(ids);
    }

    /// <summary>The memory of the analysis with the most copies, as far as it is known and with what may belong to it.</summary>
    internal (CopySize Known, CopySize Possible) Largest(IReadOnlyList<LaneLocal> living)
    {
        var bytes = _analyses.Select(analysis => analysis.Bytes).ToArray();
        var starts = _analyses.Select((analysis, i) => (analysis.First, Analysis: i)).Where(start => start.First < int.MaxValue).OrderBy(start => start.First).ToArray();
        var (at, open) = (-1, default(CopySize));
        foreach (var local in living)
        {
            while (at + 1 < starts.Length && starts[at + 1].First <= local.Id) at++;
            if (_used.Contains(local.Id)) continue;
            // What comes after the last of several is left out: the others tell how much it is.
            if (at < 0) open += SizeOf(local);
            else if (at < starts.Length - 1 || starts.Length == 1) bytes[starts[at].Analysis] += SizeOf(local);
        }
        var known = bytes.OrderByDescending(size => size.Total).FirstOrDefault();
        return (known, known + open);
    }

    private static CopySize SizeOf(LaneLocal local) => new(local.CopyBytes, local.PagedBytes);
}
