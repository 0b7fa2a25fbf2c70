using Ristretto.Events.Datasets;
using Ristretto.Events.Engine;
using Ristretto.Events.Programs;
using Ristretto.Events.Selections;
using Ristretto.Histograms;
using Ristretto.Histograms.Exchange;
using Ristretto.Plots.Results;

namespace Ristretto.Analyses.HH4b;

/// <summary>Writes the output folder of a run.</summary>
internal sealed class Output(
    RunRequest request, Configuration configuration, RunPlan plan, RunReport report, CutflowTable cutflows,
    IReadOnlyList<(Dataset Dataset, Selection Selection)> selections, IEnumerable<string> corrections)
{
    /// <summary>What the reader of the results must know.</summary>
    private static readonly string[] s_notes =
    [
        "Weight of simulated events: generator weight × luminosity × cross section / sum of generator weights, times the pile-up weight.",
        "Not applied: L1 pre-firing, jet energy corrections and smearing, b-tagging and trigger scale factors.",
        "Simulated events are neither required to pass the trigger nor weighted by its efficiency; their yield is too high by that factor.",
    ];

    /// <summary>Writes everything and gives the path of the page to open.</summary>
    internal string Write()
    {
        using var folder = ResultFolder.Create(request.Output, request.Overwrite);
        folder.Write("cutflow.json", cutflows.Write);
        if (cutflows.Variations.Count > 0) folder.Write("cutflow_variations.json", cutflows.WriteVariations);
        folder.Write("histograms.json", stream => UhiJson.Write(stream, Histograms().Select(pair => KeyValuePair.Create($"{pair.Dataset}/{pair.Histogram.Name}", pair.Histogram))));
        RootHistogram.WriteFile(folder.PathOf("histograms.root"), Histograms());
        if (Variations().Any())
        {
            folder.Write("variations.json", stream => UhiJson.Write(stream, Variations().Select(pair => KeyValuePair.Create($"{pair.Dataset}/{pair.Histogram.Name}", pair.Histogram))));
            RootHistogram.WriteFile(folder.PathOf("variations.root"), Variations());
        }
        if (request.DumpEvents > 0)
            foreach (var (dataset, selection) in selections)
                folder.Write($"events/{dataset.Name}.csv", stream =>
                {
                    using var writer = new StreamWriter(stream, leaveOpen: true);
                    selection.Dump.Write(writer);
                });
        var page = new Page(request, configuration, plan, report, cutflows, selections, corrections, s_notes).Write(folder);
        folder.Write("run.json", new RunRecord
        {
            Request = request,
            Analysis = "hh4b",
            Plan = plan,
            Report = report,
            Notes = s_notes,
            Configuration = [request.Fileset, .. corrections],
        }.Write);
        folder.Commit();
        return Path.Combine(folder.Path, page);
    }

    private IEnumerable<(string Dataset, Histogram Histogram)> Histograms() =>
        selections.SelectMany(pair => pair.Selection.Histograms.All.Select(histogram => (pair.Dataset.Name, histogram)));

    /// <summary>The histograms with their variations, for those who fit them.</summary>
    private IEnumerable<(string Dataset, Histogram Histogram)> Variations() =>
        selections.SelectMany(pair => pair.Selection.Histograms.WithVariations.Select(histogram => (pair.Dataset.Name, histogram)));
}
