using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Trees;
using Ristretto.Events.Engine;

namespace Ristretto.Benchmarks;

/// <summary>Reads, decompresses and byte-swaps the columns of a plan and does nothing else with them: what no analysis can beat.</summary>
/// <param name="plan">The files and the events.</param>
/// <param name="columns">The columns, those that a run has really read.</param>
internal sealed class DecodeFloor(RunPlan plan, IReadOnlyList<ColumnCost> columns)
{
    private byte[] _values = [];
    private int[] _counts = [];

    /// <summary>Reads everything once and returns the number of bytes.</summary>
    internal long Run()
    {
        using var context = new DecodeContext();
        var bytes = 0L;
        foreach (var planned in plan.Files)
        {
            using var file = RootFile.Open(planned.Path);
            var tree = file.GetTree(planned.Tree);
            var readers = columns.Select(column => tree.GetBranch(column.Branch)).Select(branch => (branch, reader: new BranchReader(branch, context))).ToArray();
            foreach (var (first, end) in planned.Lanes)
                for (var at = first; at < end; at += RunOptions.DefaultTileSize)
                    bytes += Read(readers, at, (int)Math.Min(RunOptions.DefaultTileSize, end - at));
            foreach (var (_, reader) in readers) reader.Dispose();
        }
        return bytes;
    }

    private long Read((Branch Branch, BranchReader Reader)[] readers, long first, int events)
    {
        var totals = new Dictionary<string, int>();
        var bytes = 0L;
        foreach (var (branch, reader) in readers)
        {
            var values = events;
            if (branch.Counter is { } counter)
            {
                if (!totals.TryGetValue(counter.Name, out values)) totals.Add(counter.Name, values = Total(readers, counter, first, events));
            }
            var length = values * branch.ElementSize * branch.FixedLength;
            if (_values.Length < length) _values = new byte[2 * length];
            reader.ReadValues(first, events, _values.AsSpan(0, length));
            bytes += length;
        }
        return bytes;
    }

    private int Total((Branch Branch, BranchReader Reader)[] readers, Branch counter, long first, int events)
    {
        if (_counts.Length < events) _counts = new int[events];
        var counts = _counts.AsSpan(0, events);
        Array.Find(readers, pair => pair.Branch.Name == counter.Name).Reader.ReadValues(first, events, System.Runtime.InteropServices.MemoryMarshal.AsBytes(counts));
        var sum = 0;
        foreach (var count in counts) sum += count;
        return sum;
    }
}
