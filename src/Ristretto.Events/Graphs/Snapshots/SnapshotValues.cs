using System.Buffers;
using System.Runtime.InteropServices;
using Ristretto.Columns.Accumulation;
using Ristretto.Columns.Arrays;

namespace Ristretto.Events.Graphs.Snapshots;

/// <summary>Values of a snapshot's columns for some events. The events of a lane wait here until their turn comes; where a file is open they go there.</summary>
internal sealed class SnapshotValues : IMergeable<SnapshotValues>
{
    private readonly Dictionary<string, ArrayBufferWriter<byte>> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Column, List<int> Lengths)> _lengths = new(StringComparer.Ordinal);

    /// <summary>What writes them; null for those of a lane.</summary>
    internal SnapshotFile? File { get; set; }

    /// <summary>Number of events.</summary>
    internal int Events { get; private set; }

    /// <summary>Memory for the events of a lane, in bytes, as a guess.</summary>
    public long CopyBytes { get; set; }

    public SnapshotValues CreateEmpty() => new() { CopyBytes = CopyBytes };

    public void Merge(SnapshotValues other)
    {
        if (other.Events > 0) File!.Append(other);
    }

    public void Clear()
    {
        Events = 0;
        foreach (var values in _values.Values) values.ResetWrittenCount();
        foreach (var (_, lengths) in _lengths.Values) lengths.Clear();
    }

    /// <summary>Ends some events, of which each column was given.</summary>
    internal void Count(int events) => Events += events;

    internal void Append(string column, ReadOnlySpan<byte> values)
    {
        if (!_values.TryGetValue(column, out var known)) _values.Add(column, known = new ArrayBufferWriter<byte>());
        known.Write(values);
    }

    /// <summary>Notes the lengths of lists; each column with the same counter must have the same.</summary>
    /// <exception cref="ArgumentException">An earlier column of the counter has others.</exception>
    internal void SetLengths(string column, string counter, in Lists lists)
    {
        if (!_lengths.TryGetValue(counter, out var known)) _lengths.Add(counter, known = (column, []));
        var counts = lists.Count.AsSpan();
        if (known.Lengths.Count == Events) known.Lengths.AddRange(counts);
        else if (!CollectionsMarshal.AsSpan(known.Lengths)[Events..].SequenceEqual(counts))
            throw new ArgumentException($"snapshot: {column} and {known.Column} have the same counter {counter} and lists of different length; give one of them another name before the _");
    }

    internal ReadOnlySpan<byte> ValuesOf(string column) => _values[column].WrittenSpan;

    internal ReadOnlySpan<int> LengthsOf(string counter) => CollectionsMarshal.AsSpan(_lengths[counter].Lengths);
}
