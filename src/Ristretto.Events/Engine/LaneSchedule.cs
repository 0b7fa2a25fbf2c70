using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using Ristretto.Columns.Accumulation;

namespace Ristretto.Events.Engine;

/// <summary>Deals out the runs of events to the workers and merges what they accumulate, in the order of the runs.</summary>
internal sealed class LaneSchedule : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<(int File, long First, long End)> _items = [];
    private readonly Dictionary<int, Lane> _finished = [];
    private readonly Stack<Lane> _idle = new();
    private readonly SemaphoreSlim _ahead;
    private readonly RunPlan _plan;
    private readonly CancellationTokenSource _failed = new();
    private int _next;
    private int _merged;
    private int _idleDataset = -1;
    private (int Item, ExceptionDispatchInfo Error)? _error;
    private long _eventsDone;

    internal LaneSchedule(RunPlan plan, int threads)
    {
        _plan = plan;
        for (var file = 0; file < plan.Files.Count; file++)
            foreach (var (first, end) in plan.Files[file].Lanes) _items.Add((file, first, end));
        _ahead = new SemaphoreSlim(MostLanes(threads));
    }

    /// <summary>The largest number of runs that are processed or wait for an earlier one to be merged, each with copies of what it fills.</summary>
    internal static int MostLanes(int threads) => 2 * threads + 1;

    internal long EventsDone => Interlocked.Read(ref _eventsDone);

    internal string CurrentDataset
    {
        get
        {
            var item = Volatile.Read(ref _next) - 1;
            return item < 0 ? "" : _plan.Files[_items[Math.Min(item, _items.Count - 1)].File].Dataset;
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
            if (_next == _items.Count)
            {
                _ahead.Release();
                return false;
            }
            var (file, first, end) = _items[_next];
            item = new LaneItem(_next++, _plan.Files[file], file, first, end);
            lane = TakeIdle(item.File.DatasetIndex);
            return true;
        }
    }

    /// <summary>Hands in a finished run; it is merged as soon as all earlier ones are.</summary>
    internal void Finish(int item, Lane lane)
    {
        lock (_lock)
        {
            _finished.Add(item, lane);
            while (_finished.Remove(_merged, out var next))
            {
                next.MergeAndClear();
                PutIdle(next, _plan.Files[_items[_merged].File].DatasetIndex);
                _merged++;
                _ahead.Release();
            }
        }
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
    }

    public void Dispose()
    {
        _ahead.Dispose();
        _failed.Dispose();
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
