using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using Ristretto.Columns.Accumulation;
using Ristretto.Events.Engine.Ledger;

namespace Ristretto.Events.Engine;

/// <summary>Deals out the runs of events to the workers and merges what they accumulate, in the order of the runs: first those of a file with each
/// other, then the whole file with the rest, so that of a file that turns out bad in its middle nothing is in the result.</summary>
internal sealed class LaneSchedule : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<(int File, long First, long End)> _items = [];
    private readonly Dictionary<int, LaneOutcome> _finished = [];
    private readonly Stack<Lane> _idle = new();
    private readonly SemaphoreSlim _ahead;
    private readonly RunPlan _plan;
    private readonly Action<SampleInfo>? _fileMerged;
    private readonly EventLedger _ledger;
    private readonly HashSet<int> _bad = [];            // files of which no more is tried
    private readonly CancellationTokenSource _failed = new();
    private readonly LaneMemory _memory;
    private int _next;
    private int _merged;
    private int _idleDataset = -1;
    private Lane? _ofFile;                              // what the runs of the file at hand have accumulated so far
    private (int Item, ExceptionDispatchInfo Error)? _error;
    private long _eventsDone;

    /// <summary>The runs of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="threads">Number of workers.</param>
    /// <param name="pageLimit">Memory, in bytes, for pages of lanes that are ahead of the one that is merged next.</param>
    /// <param name="fileMerged">Called when all of a file is merged.</param>
    /// <param name="cancellation">Ends the waiting for pages.</param>
    internal LaneSchedule(RunPlan plan, int threads, long pageLimit = long.MaxValue, Action<SampleInfo>? fileMerged = null, CancellationToken cancellation = default)
    {
        (_plan, _ledger, _fileMerged) = (plan, new EventLedger(plan), fileMerged);
        _memory = new LaneMemory(pageLimit, () => cancellation.IsCancellationRequested || _failed.IsCancellationRequested);
        for (var file = 0; file < plan.Files.Count; file++)
            foreach (var (first, end) in plan.Files[file].Lanes) _items.Add((file, first, end));
        _ahead = new SemaphoreSlim(MostLanes(threads));
    }

    /// <summary>The largest number of runs that are processed or wait for an earlier one to be merged, each with copies of what it fills.</summary>
    private static int MostLanes(int threads) => 2 * threads + 1;

    /// <summary>The largest number of copies of what is filled: of those runs, and of the file at hand.</summary>
    internal static int MostCopies(int threads) => MostLanes(threads) + 1;

    /// <summary>The events of every file, once all workers are done.</summary>
    internal EventLedger Ledger => _ledger;

    internal long EventsDone => Interlocked.Read(ref _eventsDone);

    internal string CurrentDataset
    {
        get
        {
            var item = Volatile.Read(ref _next) - 1;
            return item < 0 ? "" : _plan.Files[_items[Math.Min(item, _items.Count - 1)].File].Dataset;
        }
    }

    /// <summary>Whether the analysis gets the events one after the other, from one worker.</summary>
    internal bool IsInOrder => _plan.IsInOrder;

    /// <summary>What the runs before, of the same file, have accumulated, where they are all merged; null at the beginning of a file.</summary>
    internal Lane? OfFile
    {
        get
        {
            lock (_lock) return _ofFile;
        }
    }

    /// <summary>Signalled when a worker has failed and the others should stop.</summary>
    internal CancellationToken Stopped => _failed.Token;

    /// <summary>The next run of events and an empty lane for it; false when there is none left. Waits while too many runs wait for an earlier one.</summary>
    internal bool TryTake(out LaneItem item, [NotNullWhen(true)] out Lane? lane)
    {
        (item, lane) = (default, null);
        try
        {
            _ahead.Wait(Stopped);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        return TryNext(out item, out lane);
    }

    /// <summary>As <see cref="TryTake"/>, but does not wait.</summary>
    internal bool TryTakeNow(out LaneItem item, [NotNullWhen(true)] out Lane? lane)
    {
        (item, lane) = (default, null);
        return !Stopped.IsCancellationRequested && _ahead.Wait(TimeSpan.Zero) && TryNext(out item, out lane);
    }

    private bool TryNext(out LaneItem item, [NotNullWhen(true)] out Lane? lane)
    {
        (item, lane) = (default, null);
        lock (_lock)
        {
            while (_next < _items.Count && _bad.Contains(_items[_next].File))
            {
                Count(_items[_next].End - _items[_next].First);
                _finished.Add(_next++, LaneOutcome.Skipped);
            }
            Merge();
            if (_next == _items.Count)
            {
                _ahead.Release();
                return false;
            }
            var (file, first, end) = _items[_next];
            item = new LaneItem(_next++, _plan.Files[file], file, first, end);
            lane = TakeIdle(item.File.DatasetIndex);
            _memory.Begin(lane, item.Index);
            return true;
        }
    }

    /// <summary>Hands in a run that was read; it is merged as soon as all earlier ones are.</summary>
    /// <param name="item">The run.</param>
    /// <param name="lane">What it has accumulated.</param>
    /// <param name="events">Number of events that were read.</param>
    /// <param name="found">Those that were asked for.</param>
    /// <param name="omitted">Number of events that were left out, because no result wants them.</param>
    internal void Finish(LaneItem item, Lane lane, long events, IReadOnlyList<FoundEvent> found, long omitted = 0)
    {
        lock (_lock)
        {
            _finished.Add(item.Index, new LaneOutcome(lane, events, omitted, found, null));
            Merge();
        }
    }

    /// <summary>Gives up the file of a run.</summary>
    internal void Lose(LaneItem item, Lane lane, Exception error)
    {
        lock (_lock)
        {
            _bad.Add(item.FileIndex);
            _finished.Add(item.Index, new LaneOutcome(lane, 0, 0, [], error));
            Count(item.Events);
            Merge();
        }
    }

    /// <summary>Notes that a run will be tried again.</summary>
    internal void Retry(LaneItem item, int attempt, Exception error)
    {
        lock (_lock) _ledger.Retry(item, attempt, error);
    }

    private void Merge()
    {
        for (; _finished.Remove(_merged, out var outcome); _merged++)
        {
            var file = _items[_merged].File;
            var dataset = _plan.Files[file].DatasetIndex;
            if (outcome.Error is { } error && !_ledger.IsLost(file)) Lose(file, error, dataset);
            if (_ledger.IsLost(file)) outcome.Lane?.Clear();
            else _ledger.Add(file, outcome.Events, outcome.Found, outcome.Omitted);
            if (outcome.Lane is not { } lane) continue;
            if (_ledger.IsLost(file)) PutIdle(lane, dataset);
            else MergeOf(file, lane, dataset);
            _ahead.Release();
        }
        _memory.Advance(_merged);
    }

    private void MergeOf(int file, Lane lane, int dataset)
    {
        if (_ofFile is null)
        {
            _ofFile = lane;
        }
        else
        {
            lane.MergeAndClear(_ofFile);
            PutIdle(lane, dataset);
        }
        if (_merged + 1 < _items.Count && _items[_merged + 1].File == file) return;
        _ofFile.MergeAndClear();
        PutIdle(_ofFile, dataset);
        _ofFile = null;
        Tell(file);
    }

    private void Tell(int file)
    {
        try
        {
            if (!Stopped.IsCancellationRequested) _fileMerged?.Invoke(_plan.Files[file].Sample);
        }
        catch (Exception error)     // whatever it is, the run ends with it
        {
            Fail(_merged, error);
        }
    }

    private void Lose(int file, Exception error, int dataset)
    {
        _ledger.Lose(file, error);
        if (_ofFile is null) return;
        _ofFile.Clear();
        PutIdle(_ofFile, dataset);
        _ofFile = null;
    }

    internal void Count(long events) => Interlocked.Add(ref _eventsDone, events);

    /// <summary>Notes that a run failed; of several failures the first in the order of the runs is reported.</summary>
    internal void Fail(int item, Exception error)
    {
        lock (_lock)
        {
            if (_error is null || item < _error.Value.Item) _error = (item, ExceptionDispatchInfo.Capture(error));
        }
        _failed.Cancel();
    }

    internal void ThrowIfFailed(CancellationToken cancellation)
    {
        _error?.Error.Throw();
        if (_merged < _items.Count) cancellation.ThrowIfCancellationRequested();
        _ledger.Close();
    }

    public void Dispose()
    {
        _ahead.Dispose();
        _failed.Dispose();
        _memory.Dispose();
    }

    private Lane TakeIdle(int dataset)
    {
        if (dataset != _idleDataset)
        {
            _idle.Clear();
            _idleDataset = dataset;
        }
        return _idle.TryPop(out var lane) ? lane : new Lane();
    }

    private void PutIdle(Lane lane, int dataset)
    {
        if (dataset == _idleDataset) _idle.Push(lane);
    }
}
