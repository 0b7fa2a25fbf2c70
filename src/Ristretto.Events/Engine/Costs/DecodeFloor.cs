using System.Runtime.InteropServices;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Sources;
using Ristretto.Bytes.Trees;
using Ristretto.Events.Engine.Tables;

namespace Ristretto.Events.Engine.Costs;

/// <summary>Reads, decompresses and byte-swaps the columns of a plan and does nothing else with them: what no analysis can beat.</summary>
/// <param name="plan">The files and the events.</param>
/// <param name="columns">Names of the columns, those that a run has really read, the lengths of their lists among them.</param>
/// <param name="connections">The connections to servers; null where all files are local.</param>
public sealed class DecodeFloor(RunPlan plan, IReadOnlyList<string> columns, Connections? connections = null)
{
    /// <summary>Reads everything once and returns the number of bytes.</summary>
    /// <exception cref="AggregateException">A file cannot be read or lacks a column.</exception>
    public long Run(int threads = 1)
    {
        var lanes = plan.Files.SelectMany((file, i) => file.Lanes.Select(lane => (File: i, lane.First, lane.End))).ToArray();
        using var files = new OpenFiles(plan, connections);
        var bytes = 0L;
        Parallel.For(0, lanes.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new Reader(columns, files), (i, _, reader) =>
        {
            reader.Read(lanes[i].File, lanes[i].First, lanes[i].End);
            return reader;
        }, reader =>
        {
            Interlocked.Add(ref bytes, reader.Bytes);
            reader.Dispose();
        });
        return bytes;
    }

    /// <summary>Reads for one thread.</summary>
    private sealed class Reader(IReadOnlyList<string> columns, OpenFiles files) : IDisposable
    {
        private readonly DecodeContext _context = new();
        private int _file = -1;
        private EventTableReader? _table;
        private (EventColumnReader Column, int Counter, bool IsCounter)[] _columns = [];
        private int[] _totals = [];
        private int[] _counts = [];
        private byte[] _values = [];

        internal long Bytes { get; private set; }

        internal void Read(int file, long first, long end)
        {
            if (file != _file) Open(file);
            _table!.Fetch(first, end);
            for (var at = first; at < end; at += RunOptions.DefaultTileSize) ReadTile(at, (int)Math.Min(RunOptions.DefaultTileSize, end - at));
        }

        public void Dispose()
        {
            Close();
            _context.Dispose();
        }

        private void Open(int file)
        {
            Close();
            _file = file;
            _table = files.Take(file).OpenReader(_context);
            var readers = columns.Select(name => _table[name]).OrderBy(reader => reader.Column.IsList).ToArray();
            int[] counters = [.. readers.Select(reader => reader.Column.IsList ? Array.FindIndex(readers, counter => !counter.Column.IsList && reader.IsCountedBy(counter)) : -1)];
            _columns = [.. readers.Select((reader, i) => (reader, counters[i], counters.Contains(i)))];
            _totals = new int[readers.Length];
        }

        private void Close()
        {
            _table?.Dispose();
            if (_file >= 0) files.Return(_file);
            (_table, _file) = (null, -1);
        }

        // Columns with lengths come before the lists.
        private void ReadTile(long first, int events)
        {
            for (var i = 0; i < _columns.Length; i++)
            {
                var (reader, counter, isCounter) = _columns[i];
                var values = !reader.Column.IsList ? events : counter >= 0 ? _totals[counter] : CountOf(reader, first, events);
                if (reader.Column.Levels > 1) values = InnerCountOf(reader, first, events, values);
                var length = values * LeafTypes.SizeOf(reader.Column.LeafType);
                if (_values.Length < length) _values = new byte[2 * length];
                var bytes = _values.AsSpan(0, length);
                reader.ReadValues(first, events, bytes);
                if (isCounter) _totals[i] = Sum(MemoryMarshal.Cast<byte, int>(bytes));
                Bytes += length;
            }
        }

        private int CountOf(EventColumnReader reader, long first, int events)
        {
            if (_counts.Length < events) _counts = new int[events];
            reader.ReadCounts(first, _counts.AsSpan(0, events));
            return Sum(_counts.AsSpan(0, events));
        }

        private int InnerCountOf(EventColumnReader reader, long first, int events, int lists)
        {
            if (_counts.Length < lists) _counts = new int[lists];
            reader.ReadInnerCounts(first, events, _counts.AsSpan(0, lists));
            return Sum(_counts.AsSpan(0, lists));
        }

        private static int Sum(ReadOnlySpan<int> counts)
        {
            var sum = 0;
            foreach (var count in counts) sum += count;
            return sum;
        }
    }
}
