using System.Runtime.ExceptionServices;

namespace Ristretto.Events.Engine.Ledger;

/// <summary>Keeps count of the events of every file: each is read once, left out on purpose or lost with its file. Not thread-safe.</summary>
internal sealed class EventLedger(RunPlan plan)
{
    private readonly long[] _read = new long[plan.Files.Count];
    private readonly long[] _omitted = new long[plan.Files.Count];
    private readonly (LostFile File, ExceptionDispatchInfo Error)?[] _lost = new (LostFile, ExceptionDispatchInfo)?[plan.Files.Count];
    private readonly List<FoundEvent>[] _found = [.. plan.Files.Select(_ => new List<FoundEvent>())];
    private readonly List<RetriedRun> _retries = [];

    /// <summary>Events that were read, of all files that are not lost.</summary>
    internal long Read => _read.Sum();

    /// <summary>Events that were left out because no result wants them, of all files that are not lost.</summary>
    internal long Omitted => _omitted.Sum();

    /// <summary>The files that turned out bad while they were read.</summary>
    internal IEnumerable<LostFile> Lost => _lost.Where(lost => lost is not null).Select(lost => lost!.Value.File);

    /// <summary>The attempts that failed and were repeated, in the order of the events.</summary>
    internal IEnumerable<RetriedRun> Retries => _retries.OrderBy(retry => FileOf(retry)).ThenBy(retry => retry.First).ThenBy(retry => retry.Attempt);

    /// <summary>The events that were asked for.</summary>
    internal IEnumerable<FoundEvent> Found => _found.SelectMany(found => found);

    /// <summary>Whether a file is lost.</summary>
    internal bool IsLost(int file) => _lost[file] is not null;

    /// <summary>Adds a run of events that was read, or of which the rest was left out.</summary>
    internal void Add(int file, long events, IReadOnlyList<FoundEvent> found, long omitted = 0)
    {
        _read[file] += events;
        _omitted[file] += omitted;
        _found[file].AddRange(found);
    }

    /// <summary>Gives a file up, with what was read of it.</summary>
    internal void Lose(int file, Exception error)
    {
        var planned = plan.Files[file];
        _lost[file] = (new LostFile(planned.Dataset, planned.Path, planned.Events, error.Message), ExceptionDispatchInfo.Capture(error));
        (_read[file], _omitted[file]) = (0, 0);
        _found[file].Clear();
    }

    /// <summary>Notes an attempt that is repeated.</summary>
    internal void Retry(LaneItem item, int attempt, Exception error) =>
        _retries.Add(new RetriedRun(item.File.Dataset, item.File.Path, item.First, item.End, attempt, error.Message));

    /// <summary>Makes sure that something was read, and that events that were read, left out and lost are those of the plan, file by file.</summary>
    /// <exception cref="InvalidOperationException">They are not, which is a fault of the engine; names the file.</exception>
    internal void Close()
    {
        for (var i = 0; i < plan.Files.Count; i++)
        {
            var (file, skipped) = (plan.Files[i], _omitted[i] + (_lost[i]?.File.Events ?? 0));
            if (_read[i] + skipped != file.Events)
                throw new InvalidOperationException($"{file.Path}: {_read[i]} events were read and {skipped} skipped, which are not the {file.Events} that the plan has of this file; no result can be trusted");
        }
        if (_lost.Length > 0 && _lost.All(lost => lost is not null)) _lost[0]!.Value.Error.Throw();
    }

    private int FileOf(RetriedRun retry)
    {
        for (var i = 0; i < plan.Files.Count; i++)
            if (plan.Files[i].Path == retry.Path && plan.Files[i].Dataset == retry.Dataset) return i;
        return -1;
    }
}
