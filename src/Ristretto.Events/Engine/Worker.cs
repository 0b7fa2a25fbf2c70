using System.Diagnostics;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Columns.Accumulation;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;

namespace Ristretto.Events.Engine;

/// <summary>One thread that reads, decodes and analyses runs of events; it shares nothing with the others but the schedule.</summary>
internal sealed class Worker<TBatch> : IDisposable where TBatch : EventBatch, new()
{
    private readonly IReadOnlyList<DatasetRun<TBatch>> _datasets;
    private readonly LaneSchedule _schedule;
    private readonly RunOptions _options;
    private readonly int _tileSize;
    private readonly Workspace _workspace;
    private readonly TBatch _batch = new();
    private readonly Thread _thread;
    private RootFile? _file;
    private FileReader? _reader;
    private int _fileIndex = -1;

    internal Worker(IReadOnlyList<DatasetRun<TBatch>> datasets, LaneSchedule schedule, MemoryPlan memory, RunOptions options)
    {
        (_datasets, _schedule, _options) = (datasets, schedule, options);
        _tileSize = memory.TileSize;
        _workspace = new Workspace();
        _thread = new Thread(Run) { IsBackground = true, Name = "ristretto worker" };
    }

    internal WorkerCounters Counters { get; } = new();

    internal void Start() => _thread.Start();

    /// <summary>Closes the file; the thread has done so already when it ended by itself.</summary>
    public void Dispose() => Close();

    internal bool Join(TimeSpan timeout) => _thread.Join(timeout);

    private void Run()
    {
        using var context = new DecodeContext();
        try
        {
            while (!_options.Cancellation.IsCancellationRequested && _schedule.TryTake(out var item, out var file, out var index, out var range, out var lane))
            {
                try
                {
                    Open(file, index, context);
                    _reader!.Fetch(range.First, range.End);
                    if (!Process(_datasets[file.DatasetIndex].Analysis, range, lane)) return;
                    _schedule.Finish(item, lane);
                }
                catch (Exception error)
                {
                    _schedule.Fail(item, error);
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

    private bool Process(IAnalysis<TBatch> analysis, (long First, long End) range, Lane lane)
    {
        lane.Enter();
        try
        {
            for (var first = range.First; first < range.End;)
            {
                if (_options.Cancellation.IsCancellationRequested || _schedule.Stopped.IsCancellationRequested) return false;
                var length = (int)Math.Min(_tileSize, range.End - first);
                var (start, readBefore, bytesBefore) = (Stopwatch.GetTimestamp(), _reader!.ReadingTicks, _file!.Counters.BytesRead);
                _reader.MoveTo(first, length);
                _batch.Bind(_reader, first);
                analysis.Process(_batch);
                Counters.Add(length, _reader.ReadingTicks - readBefore, Stopwatch.GetTimestamp() - start);
                _schedule.Count(length, _file.Counters.BytesRead - bytesBefore);
                first += length;
            }
            return true;
        }
        finally
        {
            Lane.Leave();
        }
    }

    private void Open(PlannedFile planned, int index, DecodeContext context)
    {
        if (index == _fileIndex) return;
        Close();
        _file = RootFile.Open(planned.Path);
        if (_file.Uuid != planned.Uuid)
            throw new RootFormatException(planned.Path, null, null,
                $"the file was replaced while it was being read (its UUID was {planned.Uuid}, now it is {_file.Uuid}); run again");
        _reader = new FileReader(_file.GetTree(planned.Tree), planned.Columns.Select(column => column.Branch), context, _workspace);
        _fileIndex = index;
    }

    private void Close()
    {
        if (_file is not null) Counters.Add(_file.Counters);
        _reader?.Dispose();
        _file?.Dispose();
        (_reader, _file, _fileIndex) = (null, null, -1);
    }
}
