using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Sources;
using Ristretto.Events.Engine.Tables;

namespace Ristretto.Events.Engine;

/// <summary>The files that workers have open. All workers of a file share it, so that its description is read and kept once; it is closed when the
/// last of them is done.</summary>
internal sealed class OpenFiles(RunPlan plan, Connections? connections) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, Entry> _open = [];
    private long _bytesOfClosed;

    /// <summary>What was read from the files that are closed again.</summary>
    internal WorkerCounters Counters { get; } = new();

    /// <summary>Bytes read from all files so far.</summary>
    internal long BytesRead
    {
        get
        {
            lock (_lock)
            {
                var bytes = _bytesOfClosed;
                foreach (var entry in _open.Values)
                    if (entry.File.IsValueCreated) bytes += entry.File.Value.File.Counters.BytesRead;
                return bytes;
            }
        }
    }

    /// <summary>The events of a file, which is opened when nobody has it open. To be given back with <see cref="Return"/>, also after an error.</summary>
    /// <exception cref="RistrettoException">The file cannot be opened, or is another one than when the run was planned.</exception>
    internal EventTable Take(int index)
    {
        Entry? entry;
        lock (_lock)
        {
            if (!_open.TryGetValue(index, out entry)) _open.Add(index, entry = new Entry(plan.Files[index], connections));
            entry.Users++;
        }
        return entry.File.Value.Table;
    }

    internal void Return(int index)
    {
        lock (_lock)
        {
            if (!_open.TryGetValue(index, out var entry) || --entry.Users > 0) return;
            _open.Remove(index);
            Close(entry);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var entry in _open.Values) Close(entry);
            _open.Clear();
        }
    }

    private void Close(Entry entry)
    {
        if (!entry.File.IsValueCreated) return;
        var (file, _) = entry.File.Value;
        Counters.Add(file.Counters);
        _bytesOfClosed += file.Counters.BytesRead;
        file.Dispose();
    }

    private sealed class Entry(PlannedFile planned, Connections? connections)
    {
        internal Lazy<(RootFile File, EventTable Table)> File { get; } = new(() => Open(planned, connections));

        internal int Users { get; set; }

        private static (RootFile, EventTable) Open(PlannedFile planned, Connections? connections)
        {
            var file = RootFile.Open(planned.Path, connections);
            try
            {
                if (file.Uuid == planned.Uuid) return (file, EventTable.Open(file, planned.Tree));
                throw new RootFormatException(planned.Path, null, null,
                    $"the file was replaced while it was being read (its UUID was {planned.Uuid}, now it is {file.Uuid}); run again");
            }
            catch
            {
                file.Dispose();
                throw;
            }
        }
    }
}
