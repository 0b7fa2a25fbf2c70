using System.CommandLine;
using Ristretto.Bytes.Sources;
using Ristretto.Cli.Conventions;
using Ristretto.Cli.Running;
using Ristretto.Events.Engine;

namespace Ristretto.Cli.Commands;

/// <summary><c>ristretto run</c>: an analysis over a fileset.</summary>
internal static class RunCommand
{
    internal static Command Create()
    {
        Argument<string> analysis = new("analysis") { Description = "Name of an analysis (hh4b), or a project (.csproj), a folder with one, or an assembly (.dll)." };
        Option<string> fileset = new("--fileset") { Description = "JSON file with the data sets and their files.", Required = true };
        Option<string?> corrections = new("--corrections") { Description = "Folder with golden JSON and corrections. [default: corrections/ beside the fileset]" };
        Option<string> folder = new("--output") { Description = "Folder for the results.", Required = true };
        Option<bool> overwrite = new("--overwrite") { Description = "Replace the output folder." };
        Option<int?> threads = new("--threads") { Description = "Number of threads. [default: all cores]" };
        var memory = CommonOptions.Memory();
        Option<int?> tile = new("--tile") { Description = "Largest number of events in a batch; no result depends on it. [default: 2048]" };
        Option<string[]> datasets = new("--datasets") { Description = "Only these data sets, separated by commas. [default: those that the analysis knows]", CustomParser = NameList.Parse };
        Option<long?> maxEvents = new("--max-events") { Description = "Stop after so many events of each data set." };
        Option<string?> events = new("--events") { Description = "Only these events, as run:lumi:event,… or @FILE with one in each line." };
        Option<bool> skipBad = new("--skip-bad-files") { Description = "Leave out files that cannot be read, whole, and list them; the exit code is then 10." };
        Option<int> dumpEvents = new("--dump-events") { Description = "Write the first so many selected events of each data set as CSV." };
        Option<string> systematics = new("--systematics") { Description = "Which variations are computed: all, weights (no objects are computed again), none.", DefaultValueFactory = _ => "all" };
        Option<bool> cost = new("--cost") { Description = "Show at the end what every column, cut and histogram has cost; --json then has it too." };
        Option<string?> profile = new("--profile") { Description = "Write what each thread did when, for https://ui.perfetto.dev or speedscope." };
        Option<bool> dryRun = new("--dry-run") { Description = "Only say what would be read: files, columns, bytes." };
        var json = CommonOptions.Json();
        CommandWithExamples command = new("run", "Run an analysis over a fileset.",
            "ristretto run hh4b --fileset fileset.json --output results",
            "ristretto run hh4b --fileset fileset.json --output results --datasets data_UL18_A --max-events 10000 --overwrite",
            "ristretto run hh4b --fileset fileset.json --output results --dry-run",
            "ristretto run hh4b --fileset fileset.json --output compared --events 315257:17:4711,315257:18:4800 --dump-events 10",
            "ristretto run hh4b --fileset fileset.json --output compared --events @list.txt",
            "ristretto run hh4b --fileset fileset.json --output results --skip-bad-files --retries 5",
            "ristretto run hh4b --fileset fileset.json --output results --cost --profile profile.json",
            "ristretto run my-analysis/ --fileset fileset.json --output results --threads 4 --memory 1GiB")
        { analysis, fileset, corrections, folder, overwrite, threads, memory, tile, datasets, maxEvents, events, skipBad, systematics, dumpEvents, cost, profile, dryRun, json };
        ServerOptions servers = new();
        servers.AddTo(command);
        command.CheckFirst = parsed => AnalysisCatalogue.Check(parsed.GetResult(analysis) is { Tokens: [{ Value: var name }, ..] } ? name : null);
        command.SetAction(parsed =>
        {
            using var interruption = new Interruption();
            var settings = new RunSettings
            {
                Analysis = parsed.GetRequiredValue(analysis),
                Fileset = parsed.GetRequiredValue(fileset),
                Corrections = parsed.GetValue(corrections),
                Output = parsed.GetRequiredValue(folder),
                Overwrite = parsed.GetValue(overwrite),
                Threads = parsed.GetValue(threads),
                Memory = parsed.GetValue(memory),
                Tile = parsed.GetValue(tile),
                Datasets = parsed.GetValue(datasets),
                MaxEvents = parsed.GetValue(maxEvents),
                Events = parsed.GetValue(events),
                SkipBadFiles = parsed.GetValue(skipBad),
                Retries = servers.RetriesOf(parsed),
                DumpEvents = parsed.GetValue(dumpEvents),
                Systematics = parsed.GetRequiredValue(systematics),
                Cost = parsed.GetValue(cost),
                Profile = parsed.GetValue(profile),
                DryRun = parsed.GetValue(dryRun),
                Json = parsed.GetValue(json),
                Servers = () => servers.Of(parsed),
                CommandLine = CommandLineText.Of(parsed),
            };
            return Run(settings, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, interruption.Token);
        });
        return command;
    }

    internal static int Run(RunSettings settings, TextWriter output, TextWriter errors, CancellationToken cancellation = default) => Failure.Guard("run", errors, () =>
    {
        using var connections = new Connections(settings.Servers?.Invoke(), cancellation);
        var request = settings.ToRequest(note => errors.WriteLine($"ristretto run: {note}"), cancellation, connections);
        if (settings.Profile is { } path) ProfileFile.Check(path);
        var program = AnalysisCatalogue.Find(settings.Analysis, errors);
        var result = MemoryLimit.Within(request.Options.Memory ?? RunOptions.DefaultMemory, () => AnalysisRun.Execute(program, request, errors, quiet: settings.Json));
        if (settings.Json) AnalysisRun.PrintJson(program.Name, result, settings.Output, output);
        else AnalysisRun.Print(result, settings.Output, output, settings.Cost);
        if (settings.Profile is { } file && result.Report is not null) ProfileFile.Write(request.Options.Profile!, file, request.Note);
        return AnalysisRun.ExitCodeOf(result, errors);
    });
}
