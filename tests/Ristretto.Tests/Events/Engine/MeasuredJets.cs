using System.Collections.Concurrent;
using Ristretto.Events.Engine;
using Ristretto.Events.Selections;
using Ristretto.Histograms;

namespace Ristretto.Tests.Events.Engine;

/// <summary>An analysis whose sums depend on the order of the events, so that any event too many, too few or elsewhere is seen.</summary>
internal sealed class MeasuredJets : IAnalysis<AdlBatch>
{
    /// <summary>Called before each batch that has events.</summary>
    internal Action<AdlBatch> Before { get; init; } = _ => { };

    internal Histogram Pt { get; } = Histogram.Regular("pt", 60, 0, 300);

    internal Cutflow Cutflow { get; } = new();

    /// <summary>The files and first entries of the batches, as they came.</summary>
    internal ConcurrentBag<(string Path, long First, int Length)> Batches { get; } = [];

    public void Process(AdlBatch ev)
    {
        if (ev.Length > 0)
        {
            Before(ev);
            Batches.Add((ev.Path, ev.FirstEntry, ev.Length));
        }
        var weight = ev.MetPt * 0.1 + 1 / 3.0;
        Cutflow.Start(ev, weight).Count("all").Require("MET", ev.MetPt > 20);
        Pt.Fill(ev.Jets.Pt, weight);
    }

    /// <summary>Every number of the result, bit by bit.</summary>
    internal double[] Bits() => [.. Pt.Values.ToArray(), .. Pt.Variances.ToArray(), .. Cutflow["all"].SelectMany(row => (double[])[row.Count, row.SumW, row.SumW2])];

    /// <summary>Runs over files of the benchmark input.</summary>
    internal static (MeasuredJets Analysis, RunReport Report) Run(IEnumerable<string> files, RunOptions options, Action<AdlBatch>? before = null)
    {
        var analysis = new MeasuredJets { Before = before ?? (_ => { }) };
        return (analysis, EventLoop.Run([new DatasetRun<AdlBatch>("adl", [.. files.Select(file => new InputFile(file))], analysis)], options));
    }
}
