using System.Diagnostics;
using Ristretto.Bytes.Codecs;

namespace Ristretto.Events.Engine.Costs;

/// <summary>Measures what one worker does: always per file, run of events, batch, column and basket, which costs nothing that can be noticed; and per
/// histogram and cut when that is asked for. Written by its worker alone; others may look at the sums meanwhile.</summary>
internal sealed class StageMeter(SpanLog? spans, bool isDetailed) : DecodeMeter
{
    private readonly long[] _ticks = new long[(int)Stage.Merge + 1];
    private readonly Dictionary<string, ColumnTicks> _columns = new(StringComparer.Ordinal);

    /// <summary>The measurements inside the code of the analysis; null when they are not wanted.</summary>
    internal AnalysisMeter? Analysis { get; } = isDetailed ? new AnalysisMeter() : null;

    /// <summary>The spans of a profile; null when none is wanted.</summary>
    internal SpanLog? Spans => spans;

    /// <summary>The time of each column, by branch.</summary>
    internal IReadOnlyDictionary<string, ColumnTicks> Columns => _columns;

    /// <summary>Time spent on columns so far: fetching, decompressing, decoding.</summary>
    internal long ReadingTicks => this[Stage.Fetch] + this[Stage.Decompress] + this[Stage.Decode];

    /// <summary>Time of a stage so far, in ticks of the stopwatch.</summary>
    internal long this[Stage stage] => Volatile.Read(ref _ticks[(int)stage]);

    /// <summary>The time of a column, to be added to.</summary>
    internal ColumnTicks OfColumn(string branch)
    {
        if (!_columns.TryGetValue(branch, out var ticks)) _columns.Add(branch, ticks = new ColumnTicks(branch));
        return ticks;
    }

    /// <summary>Notes what went on since <paramref name="start"/>, as a whole a stage.</summary>
    internal void Add(Stage stage, string name, long start)
    {
        var end = Stopwatch.GetTimestamp();
        _ticks[(int)stage] += end - start;
        spans?.Add(name, NameOf(stage), start, end, isCoarse: true);
    }

    /// <summary>Notes that the bytes of a run of events were fetched since <paramref name="start"/>. In an RNTuple the lengths of lists, which say what is needed, are
    /// decoded meanwhile; that is known already.</summary>
    internal void AddFetch(long start, long fetchedBefore, long decompressedBefore)
    {
        var end = Stopwatch.GetTimestamp();
        _ticks[(int)Stage.Fetch] += end - start - (this[Stage.Fetch] - fetchedBefore) - (this[Stage.Decompress] - decompressedBefore);
        spans?.Add("fetch", "fetch", start, end, isCoarse: true);
    }

    /// <summary>Notes that a column was read since <paramref name="start"/>; what of it was fetching and decompressing is known already.</summary>
    internal void AddColumn(ColumnTicks column, long start, long fetchedBefore, long decompressedBefore)
    {
        var end = Stopwatch.GetTimestamp();
        var (fetch, decompress) = (this[Stage.Fetch] - fetchedBefore, this[Stage.Decompress] - decompressedBefore);
        _ticks[(int)Stage.Decode] += end - start - fetch - decompress;
        column.Add(fetch, decompress, end - start - fetch - decompress);
        spans?.Add(column.Branch, "decode", start, end);
    }

    /// <summary>Notes that the analysis had a batch since <paramref name="start"/>.</summary>
    internal void AddBatch(string analysis, long start, long readBefore, long filledBefore)
    {
        var end = Stopwatch.GetTimestamp();
        var filled = (Analysis?.FillTicks ?? 0) - filledBefore;
        _ticks[(int)Stage.Fill] += filled;
        _ticks[(int)Stage.Compute] += end - start - (ReadingTicks - readBefore) - filled;
        spans?.Add(analysis, "compute", start, end);
    }

    /// <inheritdoc/>
    public override void Decoded(long start, long fetched, long end)
    {
        _ticks[(int)Stage.Fetch] += fetched - start;
        _ticks[(int)Stage.Decompress] += end - fetched;
        spans?.Add("decompress", "decompress", fetched, end);
    }

    private static string NameOf(Stage stage) => stage == Stage.Open ? "open" : "merge";
}

/// <summary>Time that a column took, in ticks of the stopwatch.</summary>
internal sealed class ColumnTicks(string branch)
{
    internal string Branch => branch;

    internal long Fetch { get; private set; }

    internal long Decompress { get; private set; }

    internal long Decode { get; private set; }

    internal void Add(long fetch, long decompress, long decode)
    {
        Fetch += fetch;
        Decompress += decompress;
        Decode += decode;
    }
}
