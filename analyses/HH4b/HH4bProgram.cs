using Ristretto.Bytes.Errors;
using Ristretto.Events.Datasets;
using Ristretto.Events.Engine;
using Ristretto.Events.NanoAod;
using Ristretto.Events.Programs;
using Ristretto.Events.Selections;
using Ristretto.Plots.Results;

namespace Ristretto.Analyses.HH4b;

/// <summary>The resolved HH→4b selection over a fileset: <c>ristretto run hh4b</c>.</summary>
public sealed class HH4bProgram : IAnalysisProgram
{
    /// <inheritdoc/>
    public string Name => "hh4b";

    /// <inheritdoc/>
    public string Description => "HH→4b, resolved: four jets, three or four b tags, two Higgs-boson candidates";

    /// <inheritdoc/>
    public RunResult Run(RunRequest request)
    {
        if (!request.DryRun) ResultFolder.Check(request.Output, request.Overwrite);
        var configuration = Configuration.Default;
        var fileset = Select(Fileset.Open(request.Fileset, request.Options.Connections), configuration, request);
        var samples = new SampleFactory(configuration, Corrections(request), request);
        var selections = fileset.Datasets.Select(dataset => (dataset, selection: new Selection(samples.Make(dataset)))).ToArray();
        var runs = selections.Select(pair => new DatasetRun<NanoBatch>(pair.dataset.Name, Inputs(pair.dataset), pair.selection)).ToArray();

        var plan = RunPlan.Make(runs, request.Options);
        if (request.DryRun) return new RunResult { Plan = plan };
        var report = EventLoop.Run(runs, plan, request.Options);
        foreach (var (dataset, selection) in selections)
        {
            if (selection.Duplicates.Report() is { Surplus: > 0 } duplicates)
                request.Note($"{dataset.Name}: {duplicates.Surplus} events come more than once: {string.Join(", ", duplicates.Examples)}{(duplicates.Repeated > duplicates.Examples.Count ? ", …" : "")}");
            if (dataset.Metadata.IsMc && report.LostFiles.Any(file => file.Dataset == dataset.Name))
                request.Note($"{dataset.Name}: files are lost, but the normalisation is that of all files: its yields are too low by their share");
        }

        var cutflows = new CutflowTable();
        foreach (var (dataset, selection) in selections) cutflows.Add(dataset.Name, selection.Cutflow);
        var page = new Output(request, configuration, plan, report, cutflows, selections, samples.Files).Write();
        return new RunResult { Plan = plan, Report = report, Cutflows = cutflows, Page = page };
    }

    internal static IReadOnlyList<InputFile> Inputs(Dataset dataset) => [.. dataset.Files.Select(file => new InputFile(file.Path, file.Tree, file.ExpectedEntries))];

    /// <summary>The data sets that were asked for, otherwise those whose process is configured.</summary>
    private static Fileset Select(Fileset fileset, Configuration configuration, RunRequest request)
    {
        if (request.Datasets is { } names) return fileset.Select(names);
        var known = fileset.Datasets.Where(dataset => configuration.Processes.ContainsKey(dataset.Metadata.Process)).Select(dataset => dataset.Name).ToArray();
        var skipped = fileset.Datasets.Select(dataset => dataset.Name).Except(known).ToArray();
        if (known.Length == 0)
            throw new ConfigurationException(request.Fileset, null, $"no data set is of a process that hh4b knows; it knows: {string.Join(", ", configuration.Processes.Keys)}");
        if (skipped.Length > 0) request.Note($"skipped, since hh4b does not know their process: {string.Join(", ", skipped)}");
        return fileset.Select(known);
    }

    private static string Corrections(RunRequest request)
    {
        var folder = request.Corrections ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(request.Fileset))!, "corrections");
        return Directory.Exists(folder) ? folder : throw new SourceException(folder, "no such folder; --corrections names the folder with golden JSON and pile-up weights");
    }
}
