using System.CommandLine;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Sources;
using Ristretto.Cli.Comparisons;
using Ristretto.Cli.Conventions;
using Ristretto.Cli.Rendering;
using Ristretto.Cli.Targets;

namespace Ristretto.Cli.Commands;

/// <summary><c>ristretto diff</c>: in what two files differ.</summary>
internal static class DiffCommand
{
    internal static Command Create()
    {
        Argument<string> left = new("first") { Description = "FILE, FILE:FOLDER or FILE:OBJECT; a path or an address." };
        Argument<string> right = new("second") { Description = "What to compare it with; a tree may be compared with an RNTuple." };
        Option<bool> structure = new("--structure") { Description = "Only objects, classes, columns, types and numbers of entries, no values." };
        Option<string?> columns = new("--columns") { Description = "Only the columns of these names, with * and ?, separated by commas." };
        Option<string?> skip = new("--skip") { Description = "Leave out columns of these names and objects of these paths, with * and ?, separated by commas." };
        Option<double> relative = new("--rtol") { Description = "Numbers that differ by less than this share of the larger one are the same. [default: 0]" };
        Option<double> absolute = new("--atol") { Description = "Numbers that differ by less than this are the same. [default: 0]" };
        var json = CommonOptions.Json();
        CommandWithExamples command = new("diff", $"Compare two files: objects, columns, values. Exit code 0 when they are the same, {ExitCode.Different} when they differ. Dates, identities and compression do not count, nor do older cycles.",
            "ristretto diff before.root after.root",
            "ristretto diff nano.root:Events nano_rntuple.root:Events --columns 'Jet_*' --rtol 1e-6",
            "ristretto diff old.root new.root --structure --skip 'debug/*' --json")
        { left, right, structure, columns, skip, relative, absolute, json };
        ServerOptions servers = new();
        servers.AddTo(command);
        command.SetAction(parsed =>
        {
            using var interruption = new Interruption();
            var settings = new DiffSettings(parsed.GetValue(structure), parsed.GetValue(columns), parsed.GetValue(skip), parsed.GetValue(relative), parsed.GetValue(absolute));
            return Run(parsed.GetRequiredValue(left), parsed.GetRequiredValue(right), settings, parsed.GetValue(json), parsed.InvocationConfiguration.Output,
                parsed.InvocationConfiguration.Error, () => servers.Of(parsed), interruption.Token);
        });
        return command;
    }

    internal static int Run(string left, string right, DiffSettings settings, bool json, TextWriter output, TextWriter errors,
        Func<SourceOptions>? servers = null, CancellationToken cancellation = default) => Failure.Guard("diff", errors, () =>
    {
        foreach (var (name, tolerance) in (ReadOnlySpan<(string, double)>)[("--rtol", settings.RelativeTolerance), ("--atol", settings.AbsoluteTolerance)])
            if (!(tolerance >= 0 && double.IsFinite(tolerance))) throw new UsageException($"{name} is {tolerance}; it must be at least 0");
        var (first, second) = (Target.Parse(left), Target.Parse(right));
        using var connections = new Connections(servers?.Invoke(), cancellation);
        using var firstFile = RootFile.Open(first.File, connections);
        using var secondFile = RootFile.Open(second.File, connections);
        using var comparison = new FileComparison(firstFile, secondFile, settings, ProgressLines.To<string>(errors, path => $"comparing {PlainLine.Of(path)}"), cancellation);
        comparison.Run(first.Object, second.Object);
        if (json) DiffText.PrintJson(comparison.Result, left, right, output);
        else DiffText.Print(comparison.Result, settings, output);
        return comparison.Result.Differences.Count == 0 ? ExitCode.Ok : ExitCode.Different;
    });
}
