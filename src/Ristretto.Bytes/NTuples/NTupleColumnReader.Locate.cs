using Ristretto.Bytes.NTuples.Reading;

namespace Ristretto.Bytes.NTuples;

/// <content>From entries to elements: step by step through the lists.</content>
public sealed partial class NTupleColumnReader
{
    private const long MostElements = 1L << 56;       // per cluster; keeps sums of a few of them in 64 bits

    private int _clusterGuess;

    /// <summary>Finds the elements of a range of entries at every level.</summary>
    private void Locate(long firstEntry, int entryCount)
    {
        if (firstEntry == _firstEntry && entryCount == _entryCount) return;
        CheckRange(firstEntry, entryCount);
        _firstEntry = -1;
        foreach (var segments in _segments) segments.Clear();
        AddEntries(firstEntry, entryCount);
        for (var i = 0; i < _steps.Length; i++)
            foreach (var segment in _segments[i]) _segments[i + 1].Add(_steps[i].Down(segment));
        (_firstEntry, _entryCount) = (firstEntry, entryCount);
    }

    private void AddEntries(long firstEntry, int entryCount)
    {
        var (entry, end, clusters) = (firstEntry, firstEntry + entryCount, Column.NTuple.Clusters);
        while (entry < end)
        {
            _clusterGuess = clusters.Find(entry, _clusterGuess);
            var cluster = clusters.All[_clusterGuess];
            var stop = Math.Min(end, cluster.EndEntry);
            _segments[0].Add(new Segment(_clusterGuess, entry - cluster.FirstEntry, stop - cluster.FirstEntry));
            entry = stop;
        }
    }

    private void CheckRange(long firstEntry, int entryCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstEntry);
        ArgumentOutOfRangeException.ThrowIfNegative(entryCount);
        if (firstEntry > Column.NTuple.Entries - entryCount)
            throw Column.Error($"entries {firstEntry} to {firstEntry + entryCount} were asked for, there are {Column.NTuple.Entries}");
    }

    /// <summary>Position in the list of levels of a list level; behind the last for the values.</summary>
    private int LevelOf(int listLevel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(listLevel);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(listLevel, Column.ListDepth);
        var level = 0;
        for (; level < Column.Levels.Count; level++)
            if (Column.Levels[level].IsList && listLevel-- == 0) return level;
        return level;
    }

    private Step MakeStep(NTupleLevel level, ref long perEntry)
    {
        if (!level.IsList)
        {
            perEntry *= level.FixedLength;
            return new Step(Column, level, null, null);
        }
        var principal = perEntry;
        perEntry = 0;
        return level.Alternative > 0
            ? new Step(Column, level, null, _owner.Switches(Column, level.Field, principal))
            : new Step(Column, level, _owner.Offsets(Column, level.Field, principal), null);
    }

    /// <summary>The way from the elements of a level to those inside them.</summary>
    private readonly record struct Step(NTupleColumn Column, NTupleLevel Level, OffsetReader? Offsets, SwitchReader? Switches)
    {
        public PageCursor? Cursor => Offsets?.Cursor ?? Switches?.Cursor;

        public Segment Down(Segment outer)
        {
            var (from, to) = Bounds(outer);
            if (to > MostElements) throw Column.Error($"lists of cluster {outer.Cluster} end at element {to}");
            return new Segment(outer.Cluster, from, to);
        }

        private (long From, long To) Bounds(Segment outer)
        {
            if (Switches is not null) return Switches.Range(outer.Cluster, outer.From, outer.To, Level.Alternative);
            if (Offsets is null) return outer.To > MostElements / Level.FixedLength ? (0, long.MaxValue) : (outer.From * Level.FixedLength, outer.To * Level.FixedLength);
            var bounds = Offsets.Read(outer.Cluster, outer.From, outer.To);
            return (bounds[0], bounds[^1]);
        }
    }
}
