using Ristretto.Bytes.NTuples.Reading;
using Ristretto.Bytes.Sources;

namespace Ristretto.Bytes.NTuples;

/// <content>Which pages will be needed.</content>
public sealed partial class NTupleColumnReader
{
    /// <summary>Names all pages of a cluster.</summary>
    internal void CollectAll(int cluster, List<(long Entry, ByteRange Range)> wanted)
    {
        foreach (var cursor in Cursors()) cursor.Collect(cluster, 0, long.MaxValue, wanted);
    }

    /// <summary>Names the pages of a cluster whose elements follow from the entries, without reading lists.</summary>
    internal void CollectPrincipal(Segment entries, List<(long Entry, ByteRange Range)> wanted)
    {
        foreach (var cursor in Cursors())
            if (cursor.PerEntry is > 0 and var each && entries.To < MostElements / each) cursor.Collect(entries.Cluster, entries.From * each, entries.To * each, wanted);
    }

    /// <summary>Names the pages of what is inside the lists of a cluster's entries, reading where the lists end.</summary>
    internal void CollectInside(Segment entries, List<(long Entry, ByteRange Range)> wanted)
    {
        var inside = entries;
        foreach (var step in _steps)
        {
            Collect(step.Cursor, inside, wanted);
            inside = step.Down(inside);
        }
        Collect(_strings?.Cursor, inside, wanted);
        Collect(_alternatives?.Cursor, inside, wanted);
        if (_values is not null) Collect(_values.Cursor, Column.Source is LeafSource.Strings or LeafSource.Objects ? Characters(inside) : inside, wanted);
    }

    private static void Collect(PageCursor? cursor, Segment elements, List<(long Entry, ByteRange Range)> wanted)
    {
        if (cursor is { PerEntry: 0 }) cursor.Collect(elements.Cluster, elements.From, elements.To, wanted);
    }

    private IEnumerable<PageCursor> Cursors()
    {
        foreach (var step in _steps)
            if (step.Cursor is { } cursor) yield return cursor;
        if (_strings is not null) yield return _strings.Cursor;
        if (_alternatives is not null) yield return _alternatives.Cursor;
        if (_values is not null) yield return _values.Cursor;
    }
}
