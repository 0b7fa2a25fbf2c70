using System.CommandLine;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Sources;
using Ristretto.Cli.Conventions;
using Ristretto.Cli.Summaries;
using Ristretto.Cli.Targets;

namespace Ristretto.Cli.Commands;

/// <summary><c>ristretto summary</c>: counts, sums and check sums of all values of a file.</summary>
internal static class SummaryCommand
{
    internal static Command Create()
    {
        Argument<string> target = new("file") { Description = "FILE, or FILE:OBJECT for one object." };
        Option<string?> tree = new("--tree") { Description = "Only this tree; the same as FILE:TREE." };
        Option<string?> columns = new("--columns") { Description = "Only the columns of these names, with * and ?, separated by commas." };
        var (recover, json) = (CommonOptions.Recover(), CommonOptions.Json());
        CommandWithExamples command = new("summary", "Read every value of a file; print count, sum, range and check sum of each column.",
            "ristretto summary data.root",
            "ristretto summary data.root --tree Events --columns 'Jet_*'",
            "ristretto summary data.root --json > before.json")
        { target, tree, columns, recover, json };
        ServerOptions servers = new();
        servers.AddTo(command);
        command.SetAction(parsed =>
        {
            using var interruption = new Interruption();
            return Run(parsed.GetRequiredValue(target), parsed.GetValue(tree), parsed.GetValue(columns), parsed.GetValue(recover), parsed.GetValue(json),
                parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, () => servers.Of(parsed), interruption.Token);
        });
        return command;
    }

    internal static int Run(string target, string? tree, string? columns, bool recover, bool json, TextWriter output, TextWriter errors,
        Func<SourceOptions>? servers = null, CancellationToken cancellation = default) =>
        Failure.Guard("summary", errors, () =>
        {
            var (path, inside) = Target.Parse(target);
            if (inside is not null && tree is not null && inside != tree) throw new UsageException($"two trees are named: {inside} and {tree}");
            ISummaryPrinter printer = json ? new JsonSummaryPrinter(output) : new TextSummaryPrinter(output);
            using var connections = new Connections(servers?.Invoke(), cancellation);
            using var file = Open(path, recover, connections, printer);
            using var summary = new FileSummary(printer, cancellation);
            summary.Print(file, tree ?? inside, columns);
            return ExitCode.Ok;
        });

    // A file that cannot be opened has a summary too: that it cannot.
    private static RootFile Open(string path, bool recover, Connections connections, ISummaryPrinter printer)
    {
        try
        {
            return RootFile.Open(path, new RootFileOptions { Recover = recover }, connections);
        }
        catch (RootFormatException error)
        {
            printer.Unopened(Path.GetFileName(path), error.Reason);
            throw;
        }
    }
}
