using System.Diagnostics;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Sources;
using Ristretto.Columns.Accumulation;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;
using Ristretto.Events.Engine.Costs;
using Ristretto.Events.Engine.Ledger;
using Ristretto.Events.Selections;
using Ristretto.Events.Systematics;

namespace Ristretto.Events.Engine;

/// <summary>One thread that reads, decodes and analyses runs of events; it shares nothing with the others but the schedule and the open files.</summary>
internal sealed class Worker<TBatch> : IDisposable where TBatch : EventBatch, new()
{
    private readonly IReadOnlyList<DatasetRun<TBatch>> _datasets;
    private readonly LaneSchedule _schedule;
    private readonly OpenFiles _files;
    private readonly RunOptions _options;
    private readonly int _tileSize;
    private readonly int _readAhead;
    private readonly Workspace _workspace;
    private readonly TBatch _batch = new();
    private readonly Thread _thread;
    private readonly EventChooser? _chooser;
    private FileReader? _reader;
    private int _fileIndex = -1;
    private NextFile? _nextFile;
    private int _nextFileIndex = -1;
    private (LaneItem Item, Lane? Lane) _next;      // taken ahead
    private long _counted;                          // events of the present attempt
    private long _omitted;                          // those that nobody wants any more

    internal Worker(IReadOnlyList<DatasetRun<TBatch>> datasets, LaneSchedule schedule, OpenFiles files, MemoryPlan memory, RunOptions options, SpanLog? spans)
    {
        (_datasets, _schedule, _files, _options) = (datasets, schedule, files, options);
        (_tileSize, _readAhead) = (memory.TileSize, memory.ReadAhead);
        _workspace = new Workspace();
        Meter = new StageMeter(spans, options.DetailedCosts || spans is not null);
        _chooser = options.Events is { } list ? new EventChooser(list) : null;
        _batch.Systematics = options.Systematics;
        _thread = new Thread(Run) { IsBackground = true, Name = "ristretto worker" };
    }

    /// <summary>Where the time went.</summary>
    internal StageMeter Meter { get; }

    /// <summary>What was measured of variations of the events; null where there were none.</summary>
    internal ShiftMeter? Shifts => (_batch.Variations as IMeteredEvents)?.Meter;

    /// <summary>What was odd about weights; null where there were none.</summary>
    internal WeightChecks? Weights => _batch.WeightChecks;

    internal void Start() => _thread.Start();

    /// <summary>Closes the file; the thread has done so already when it ended by itself.</summary>
    public void Dispose() => Close();

    internal bool Join(TimeSpan timeout) => _thread.Join(timeout);

    private void Run()
    {
        using var context = new DecodeContext { Meter = Meter };
        var (taken, lane) = (default(LaneItem), default(Lane));
        try
        {
            while (!_options.Cancellation.IsCancellationRequested && (lane is not null || _schedule.TryTake(out taken, out lane)))
            {
                if (!Work(taken, lane, context)) return;
                (taken, lane) = _next;
                _next = default;
            }
        }
        finally
        {
            Close();
            _workspace.Release();
        }
    }

    /// <summary>Processes a run of events, again when it fails for a reason that may pass; false when the whole run ends.</summary>
    private bool Work(LaneItem item, Lane lane, DecodeContext context)
    {
        if (_schedule.IsInOrder && Begin(item, lane)) return true;
        for (var attempt = 1; ; attempt++)
        {
            (_counted, _omitted) = (0, 0);
            try
            {
                var start = Stopwatch.GetTimestamp();
                Open(item, context);
                _reader!.Fetch(item.First, item.End);
                if (_next.Lane is null) _next = TakeAhead(context);
                List<FoundEvent> found = [];
                if (!Process(_datasets[item.File.DatasetIndex].Analysis, item, lane, found)) return false;
                var read = Stopwatch.GetTimestamp();
                _schedule.Finish(item, lane, _counted, found, _omitted);
                Meter.Add(Stage.Merge, "merge", read);
                Meter.Spans?.Add($"{item.File.Dataset} {item.File.Path} {item.First}-{item.End}", "run of events", start, Stopwatch.GetTimestamp(), isCoarse: true);
                return true;
            }
            catch (Exception error)
            {
                var mayRecover = BadFile.MayRecover(error) && attempt <= _options.Retries;
                if (!BadFile.Explains(error, item.File.Path) || !(mayRecover || _options.SkipBadFiles))
                {
                    _schedule.Fail(item.Index, error);
                    return false;
                }
                _schedule.Count(-_counted);
                Close();
                lane.Clear();
                if (!mayRecover)
                {
                    _schedule.Lose(item, lane, error);
                    return true;
                }
                _schedule.Retry(item, attempt, error);
                if (!Pause(attempt)) return false;
            }
        }
    }

    /// <summary>Lets a run of events see what those before have accumulated, and leaves it out when its analysis wants no more; true when that is so.</summary>
    private bool Begin(LaneItem item, Lane lane)
    {
        lane.Preceding = _schedule.OfFile;
        lane.Enter();
        try
        {
            if (!IsSatisfied(_datasets[item.File.DatasetIndex].Analysis)) return false;
        }
        finally
        {
            Lane.Leave();
        }
        _schedule.Count(item.Events);
        _schedule.Finish(item, lane, 0, [], item.Events);
        return true;
    }

    private bool IsSatisfied(IAnalysis<TBatch> analysis) => _schedule.IsInOrder && PartialAnalyses.Find(analysis) is { IsSatisfied: true };

    /// <summary>Waits before the next attempt; false when the run ends meanwhile.</summary>
    private bool Pause(int attempt) =>
        WaitHandle.WaitAny([_options.Cancellation.WaitHandle, _schedule.Stopped.WaitHandle], _options.RetryPause * Math.Pow(3, attempt - 1)) == WaitHandle.WaitTimeout;

    /// <summary>Where bytes come over a network: takes the next run of events already now, if there is one to be had, and starts to fetch it.</summary>
    private (LaneItem Item, Lane? Lane) TakeAhead(DecodeContext context)
    {
        if (!_reader!.IsRemote || !_schedule.TryTakeNow(out var next, out var lane)) return default;
        if (next.FileIndex == _fileIndex)
        {
            _reader.FetchAhead(next.First, next.End);
        }
        else if (SourceAddress.IsRemote(next.File.Path))
        {
            _nextFileIndex = next.FileIndex;
            _nextFile = new NextFile(() =>
            {
                var reader = Reader(next, context);
                reader.FetchAhead(next.First, next.End);
                return reader;
            });
        }
        return (next, lane);
    }

    private bool Process(IAnalysis<TBatch> analysis, LaneItem range, Lane lane, List<FoundEvent> found)
    {
        lane.Meter = Meter.Analysis;
        lane.Enter();
        try
        {
            for (var first = range.First; first < range.End;)
            {
                if (_options.Cancellation.IsCancellationRequested || _schedule.Stopped.IsCancellationRequested) return false;
                var length = (int)Math.Min(_tileSize, range.End - first);
                _reader!.MoveTo(first, length);
                if (_chooser is null) Process(analysis, first);
                else ProcessChosen(analysis, range, first, found);
                _schedule.Count(length);
                _counted += length;
                first += length;
                if (first < range.End && IsSatisfied(analysis))
                {
                    _omitted = range.End - first;
                    _schedule.Count(_omitted);
                    return true;
                }
            }
            return true;
        }
        catch (LaneStoppedException)
        {
            return false;
        }
        finally
        {
            Lane.Leave();
        }
    }

    private void Process(IAnalysis<TBatch> analysis, long first)
    {
        var (start, read, filled) = (Stopwatch.GetTimestamp(), Meter.ReadingTicks, Meter.Analysis?.FillTicks ?? 0);
        Meter.Analysis?.Begin(Meter);
        _batch.Bind(_reader!, first);
        analysis.Process(_batch);
        Meter.Analysis?.End();
        Meter.AddBatch("batch", start, read, filled);
    }

    /// <summary>Processes those events of the tile that were asked for, each by itself.</summary>
    private void ProcessChosen(IAnalysis<TBatch> analysis, LaneItem range, long first, List<FoundEvent> found)
    {
        foreach (var (position, key) in _chooser!.Find(_reader!))
        {
            _reader!.MoveTo(first + position, 1);
            Process(analysis, first + position);
            found.Add(new FoundEvent(key, range.File.Dataset, range.File.Path, first + position));
        }
    }

    private void Open(LaneItem item, DecodeContext context)
    {
        if (item.FileIndex == _fileIndex) return;
        var ahead = _nextFileIndex == item.FileIndex ? _nextFile : null;
        CloseReader();
        if (ahead is null)
        {
            CloseNext();
            var start = Stopwatch.GetTimestamp();
            _fileIndex = item.FileIndex;
            _reader = Reader(item, context);
            Meter.Add(Stage.Open, "open", start);
            return;
        }
        (_fileIndex, _nextFile, _nextFileIndex) = (item.FileIndex, null, -1);
        _reader = ahead.Take();
    }

    private FileReader Reader(LaneItem item, DecodeContext context) =>
        new(_files.Take(item.FileIndex), item.File.Sample, _chooser is null ? item.File.Columns.Select(column => column.Branch) : EventChooser.Branches, context, _workspace, _readAhead);

    private void Close()
    {
        CloseNext();
        CloseReader();
    }

    private void CloseReader()
    {
        _reader?.Dispose();
        if (_fileIndex >= 0) _files.Return(_fileIndex);
        (_reader, _fileIndex) = (null, -1);
    }

    private void CloseNext()
    {
        _nextFile?.Drop();
        if (_nextFileIndex >= 0) _files.Return(_nextFileIndex);
        (_nextFile, _nextFileIndex) = (null, -1);
    }
}
