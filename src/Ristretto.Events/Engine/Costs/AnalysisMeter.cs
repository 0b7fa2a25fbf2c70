using System.Diagnostics;
using Ristretto.Columns.Accumulation;

namespace Ristretto.Events.Engine.Costs;

/// <summary>Measures inside the code of an analysis: per histogram, and from cut to cut.</summary>
internal sealed class AnalysisMeter : LaneMeter
{
    private readonly Dictionary<string, (long Ticks, long Fills)> _fills = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Computing, long Reading, long Batches)> _cuts = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private StageMeter? _stages;
    private (long Time, long Read, long Filled) _last;

    /// <summary>Time spent filling so far, in ticks of the stopwatch.</summary>
    internal long FillTicks { get; private set; }

    /// <summary>By name of the histogram.</summary>
    internal IReadOnlyDictionary<string, (long Ticks, long Fills)> Fills => _fills;

    /// <summary>By name of the cut, in the order in which they were first reached.</summary>
    internal IEnumerable<(string Cut, long Computing, long Reading, long Batches)> Cuts => _order.Select(cut => (cut, _cuts[cut].Computing, _cuts[cut].Reading, _cuts[cut].Batches));

    /// <summary>A batch begins.</summary>
    internal void Begin(StageMeter stages)
    {
        Reset();
        _stages = stages;
        _last = (Stopwatch.GetTimestamp(), stages.ReadingTicks, FillTicks);
    }

    /// <summary>A batch ends.</summary>
    internal void End() => Passed("");

    /// <inheritdoc/>
    internal override void Passed(string cut)
    {
        if (_stages is not { } stages) return;
        (long Time, long Read, long Filled) now = (Stopwatch.GetTimestamp(), stages.ReadingTicks, FillTicks);
        if (!_cuts.TryGetValue(cut, out var known)) _order.Add(cut);
        var reading = now.Read - _last.Read;
        _cuts[cut] = (known.Computing + now.Time - _last.Time - reading - (now.Filled - _last.Filled), known.Reading + reading, known.Batches + 1);
        if (cut.Length > 0) stages.Spans?.Add(cut, "cut", _last.Time, now.Time);
        _last = now;
    }

    /// <inheritdoc/>
    protected override void Filled(string histogram, long start, long end)
    {
        FillTicks += end - start;
        var known = _fills.GetValueOrDefault(histogram);
        _fills[histogram] = (known.Ticks + end - start, known.Fills + 1);
        _stages?.Spans?.Add(histogram, "fill", start, end);
    }
}
