using System.CommandLine;
using Ristretto.Cli.Conventions;
using Ristretto.Cli.Demo;
using Ristretto.Cli.Rendering;
using Ristretto.Cli.Running;
using Ristretto.Events.Engine;
using Ristretto.Events.Programs;

namespace Ristretto.Cli.Commands;

/// <summary><c>ristretto demo</c>: the HH→4b selection on samples that the program carries with it.</summary>
internal static class DemoCommand
{
    private const string Analysis = "hh4b";

    internal static Command Create()
    {
        Option<string> folder = new("--output") { Description = "Folder for samples and results.", DefaultValueFactory = _ => "demo-output" };
        Option<bool> overwrite = new("--overwrite") { Description = "Use a folder that was not made by a demo." };
        var json = CommonOptions.Json();
        CommandWithExamples command = new("demo", "Run the HH→4b selection on small simulated samples; takes seconds.",
            "ristretto demo",
            "ristretto demo --output /tmp/demo")
        { folder, overwrite, json };
        command.SetAction(parsed =>
        {
            using var interruption = new Interruption();
            return Run(parsed.GetRequiredValue(folder), parsed.GetValue(overwrite), parsed.GetValue(json), CommandLineText.Of(parsed),
                parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, interruption.Token);
        });
        return command;
    }

    internal static int Run(
        string output, bool overwrite, bool json, string commandLine, TextWriter results, TextWriter errors, CancellationToken cancellation = default) => Failure.Guard("demo", errors, () =>
    {
        var folder = DemoFolder.Prepare(output, overwrite);
        var settings = new RunSettings { Analysis = Analysis, Fileset = folder.Fileset, Output = folder.Fresh, Overwrite = true, CommandLine = commandLine };
        var request = settings.ToRequest(note => errors.WriteLine($"ristretto demo: {note}"), cancellation);
        var program = AnalysisCatalogue.Find(Analysis, errors);
        var result = AnalysisRun.Execute(program, request, errors, quiet: json);
        folder.Publish();
        result = result with { Page = result.Page is { } page ? folder.Published(page) : null };
        if (json) AnalysisRun.PrintJson(Analysis, result, output, results);
        else Print(result, folder, results);
        return ExitCode.Ok;
    });

    private static void Print(RunResult result, DemoFolder folder, TextWriter output)
    {
        var (report, cutflows) = (result.Report!, result.Cutflows!);
        output.WriteLine($"HH→4b on the demo samples ({Quantity.Count(report.Events)} simulated events, {Quantity.Count(cutflows.Datasets.Count, "data set", "data sets")})");
        output.WriteLine($"  {Quantity.Time(report.Elapsed)}   {Quantity.Count((long)report.EventsPerSecond)} events/s   "
            + $"{Quantity.Bytes(report.BytesRead / Math.Max(1e-9, report.Elapsed.TotalSeconds))}/s   {Quantity.Count(report.Threads, "thread", "threads")}   peak {Quantity.Bytes(ProcessMemory.Peak)}");
        output.WriteLine();
        DemoTable.Print(cutflows, output);
        output.WriteLine();
        if (result.Page is { } page) output.WriteLine($"  page    {page}");
        output.WriteLine($"  next    {ProgramName.AsTyped} cutflow {folder.Path} · {ProgramName.AsTyped} ls {Path.Combine(folder.Path, "samples", "demo_data_UL18.root")}");
    }
}
