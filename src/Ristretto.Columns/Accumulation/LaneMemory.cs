namespace Ristretto.Columns.Accumulation;

/// <summary>Thrown in a lane that waits for memory while the run ends.</summary>
internal sealed class LaneStoppedException : Exception;

/// <summary>The pages of memory that all lanes of a run take for large contents, within a limit.</summary>
/// <remarks>The lane whose turn it is to be merged next always gets its pages, and so do contents that others are merged into; a lane ahead of it waits while those ahead hold as much as the limit
/// allows. The first one never waits, comes to its end, is merged and gives its pages back; so the run goes on whatever the limit is, at worst one lane after the other.</remarks>
internal sealed class LaneMemory(long limit, Func<bool> isStopped) : IDisposable
{
    /// <summary>Numbers in a page: 8 KiB, of which a cache holds several and a table for a large histogram stays small.</summary>
    internal const int PageLength = 1 << PageShift;

    /// <summary>The binary logarithm of <see cref="PageLength"/>.</summary>
    internal const int PageShift = 10;

    /// <summary>What a page takes, its header included.</summary>
    internal const long PageBytes = PageLength * sizeof(double) + 24;

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _changed = new(0);
    private readonly Stack<double[]> _free = [];
    private readonly List<Lane> _lanes = [];
    private int _first;
    private int _waiting;

    /// <summary>A page of zeros that the collector does not move, so that many of them are not copied from generation to generation.</summary>
    internal static double[] NewPage() => GC.AllocateArray<double>(PageLength, pinned: true);

    /// <summary>Notes at which position of the run a lane works from now on.</summary>
    internal void Begin(Lane lane, int position)
    {
        lock (_lock)
        {
            if (!_lanes.Contains(lane)) _lanes.Add(lane);
            (lane.Memory, lane.Position) = (this, position);
        }
    }

    /// <summary>Notes which position is merged next.</summary>
    internal void Advance(int first)
    {
        lock (_lock)
        {
            _first = first;
            WakeAll();
        }
    }

    /// <summary>A page of zeros for a lane.</summary>
    /// <param name="lane">Whose content it is for.</param>
    /// <param name="mayWait">Whether the lane is being filled, and not merged into.</param>
    /// <exception cref="LaneStoppedException">The run ended meanwhile.</exception>
    internal double[] Take(Lane lane, bool mayWait)
    {
        while (true)
        {
            lock (_lock)
            {
                if (!mayWait || lane.Position <= _first || PagesAhead() + 1 <= limit / PageBytes)
                {
                    lane.Pages++;
                    return _free.TryPop(out var page) ? page : NewPage();
                }
                _waiting++;
            }
            // Nobody wakes those who wait when a run is cancelled.
            while (!_changed.Wait(TimeSpan.FromMilliseconds(100)))
                if (isStopped()) throw new LaneStoppedException();
        }
    }

    /// <summary>Takes back a page, which is all zeros.</summary>
    internal void Return(Lane lane, double[] page)
    {
        lock (_lock)
        {
            lane.Pages--;
            _free.Push(page);
            if (lane.Pages == 0) WakeAll();
        }
    }

    public void Dispose() => _changed.Dispose();

    private int PagesAhead()
    {
        var pages = 0;
        foreach (var lane in _lanes)
            if (lane.Position > _first) pages += lane.Pages;
        return pages;
    }

    private void WakeAll()
    {
        if (_waiting > 0) _changed.Release(_waiting);
        _waiting = 0;
    }
}
