using System.Runtime.CompilerServices;

namespace Ristretto.Columns.Accumulation;

/// <summary>A contiguous run of events that one worker processes from the first to the last. Whatever is accumulated meanwhile goes into
/// copies that belong to the lane; the copies are merged in the order of the lanes. Lanes follow from the input alone, never from the
/// number of threads, and that is why results do not depend on it.</summary>
public sealed class Lane
{
    [ThreadStatic] private static Lane? t_current;

    private readonly List<(LaneLocal Owner, object Copy)> _used = [];
    private object?[] _copies = [];

    /// <summary>The lane whose events this thread is processing; null outside the event loop.</summary>
    public static Lane? Current => t_current;

    /// <summary>Told what the analysis does with this lane's events; null for nobody.</summary>
    internal LaneMeter? Meter { get; set; }

    /// <summary>Where pages come from; null outside of a run.</summary>
    internal LaneMemory? Memory { get; set; }

    /// <summary>Position among the runs of events, in whose order they are merged.</summary>
    internal int Position { get; set; }

    /// <summary>Number of pages that it holds, kept by <see cref="LaneMemory"/>.</summary>
    internal int Pages { get; set; }

    /// <summary>What was accumulated before, where the lanes come one after the other and their sum so far is not merged yet; null otherwise.</summary>
    internal Lane? Preceding { get; set; }

    /// <summary>Makes this the current thread's lane until <see cref="Leave"/>.</summary>
    public void Enter() => t_current = this;

    /// <summary>Ends the processing of this lane's events on the current thread.</summary>
    public static void Leave() => t_current = null;

    /// <summary>Adds what was accumulated to the originals, then empties the copies so that the lane object can serve another run of events.</summary>
    public void MergeAndClear()
    {
        foreach (var (owner, copy) in _used) owner.MergeAndClear(copy);
    }

    /// <summary>Adds what was accumulated to the copies of another lane, then empties the copies of this one.</summary>
    internal void MergeAndClear(Lane target)
    {
        foreach (var (owner, copy) in _used) owner.MergeAndClear(copy, target);
    }

    /// <summary>Empties the copies without merging them.</summary>
    public void Clear()
    {
        foreach (var (owner, copy) in _used) owner.ClearCopy(copy);
    }

    /// <summary>Those of which this lane has a copy.</summary>
    internal IEnumerable<LaneLocal> Owners => _used.Select(entry => entry.Owner);

    /// <summary>A page of zeros.</summary>
    internal double[] TakePage() => Memory is { } memory ? memory.Take(this, mayWait: t_current == this) : LaneMemory.NewPage();

    /// <summary>Takes back a page of zeros.</summary>
    internal void ReturnPage(double[] page) => Memory?.Return(this, page);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal object? Find(int id)
    {
        var copies = _copies;
        return (uint)id < (uint)copies.Length ? copies[id] : null;
    }

    internal void Add(LaneLocal owner, object copy)
    {
        if (owner.Id >= _copies.Length) Array.Resize(ref _copies, Math.Max(owner.Id + 1, 2 * _copies.Length));
        _copies[owner.Id] = copy;
        _used.Add((owner, copy));
    }
}
