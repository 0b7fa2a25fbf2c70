using System.Diagnostics;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Sources;
using Ristretto.Columns.Accumulation;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;
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
    private FileReader? _reader;
    private int _fileIndex = -1;
    private NextFile? _nextFile;
    private int _nextFileIndex = -1;

    internal Worker(IReadOnlyList<DatasetRun<TBatch>> datasets, LaneSchedule schedule, OpenFiles files, MemoryPlan memory, RunOptions options)
    {
        (_datasets, _schedule, _files, _options) = (datasets, schedule, files, options);
        (_tileSize, _readAhead) = (memory.TileSize, memory.ReadAhead);
        _workspace = new Workspace();
        _batch.Systematics = options.Systematics;
        _thread = new Thread(Run) { IsBackground = true, Name = "ristretto worker" };
    }

    internal WorkerCounters Counters { get; } = new();

    /// <summary>What was measured of variations of the events; null where there were none.</summary>
    internal ShiftMeter? Shifts => (_batch.Variations as IMeteredEvents)?.Meter;

    internal void Start() => _thread.Start();

    /// <summary>Closes the file; the thread has done so already when it ended by itself.</summary>
    public void Dispose() => Close();

    internal bool Join(TimeSpan timeout) => _thread.Join(timeout);

    private void Run()
    {
        using var context = new DecodeContext();
        var (taken, lane) = (default(LaneItem), default(Lane));
        try
        {
            while (!_options.Cancellation.IsCancellationRequested && (lane is not null || _schedule.TryTake(out taken, out lane)))
            {
                try
                {
                    Open(taken, context);
                    _reader!.Fetch(taken.First, taken.End);
                    var (next, nextLane) = TakeAhead(context);
                    if (!Process(_datasets[taken.File.DatasetIndex].Analysis, taken, lane)) return;
                    _schedule.Finish(taken.Index, lane);
                    (taken, lane) = (next, nextLane);
                }
                catch (Exception error)
                {
                    _schedule.Fail(taken.Index, error);
                    return;
                }
            }
        }
        finally
        {
            Close();
            _workspace.Release();
        }
    }

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

    private bool Process(IAnalysis<TBatch> analysis, LaneItem range, Lane lane)
    {
        lane.Enter();
        try
        {
            for (var first = range.First; first < range.End;)
            {
                if (_options.Cancellation.IsCancellationRequested || _schedule.Stopped.IsCancellationRequested) return false;
                var length = (int)Math.Min(_tileSize, range.End - first);
                var (start, readBefore) = (Stopwatch.GetTimestamp(), _reader!.ReadingTicks);
                _reader.MoveTo(first, length);
                _batch.Bind(_reader, first);
                analysis.Process(_batch);
                Counters.Add(length, _reader.ReadingTicks - readBefore, Stopwatch.GetTimestamp() - start);
                _schedule.Count(length);
                first += length;
            }
            return true;
        }
        finally
        {
            Lane.Leave();
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
            _fileIndex = item.FileIndex;
            _reader = Reader(item, context);
            return;
        }
        (_fileIndex, _nextFile, _nextFileIndex) = (item.FileIndex, null, -1);
        _reader = ahead.Take();
    }

    private FileReader Reader(LaneItem item, DecodeContext context) =>
        new(_files.Take(item.FileIndex), item.File.Columns.Select(column => column.Branch), context, _workspace, _readAhead);

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
