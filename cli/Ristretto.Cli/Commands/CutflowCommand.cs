using System.CommandLine;
using Ristretto.Cli.Conventions;
using Ristretto.Cli.Cutflows;

namespace Ristretto.Cli.Commands;

/// <summary><c>ristretto cutflow</c>: the table of a finished run.</summary>
internal static class CutflowCommand
{
    internal static Command Create()
    {
        Argument<string> path = new("result") { Description = "Output folder of a run, or its cutflow.json." };
        Option<string> format = new("--format") { Description = "table, csv, latex or json.", DefaultValueFactory = _ => "table" };
        Option<string[]> datasets = new("--datasets") { Description = "Only these data sets, separated by commas.", CustomParser = NameList.Parse };
        var json = CommonOptions.Json();
        CommandWithExamples command = new("cutflow", "Print the cutflow of a finished run, with errors, efficiencies and effective entries.",
            "ristretto cutflow demo-output",
            "ristretto cutflow demo-output --format latex > cutflow.tex",
            "ristretto cutflow demo-output --datasets demo_HH4b_UL18 --format csv")
        { path, format, datasets, json };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(path), Format(parsed.GetValue(json), parsed.GetResult(format) is { Implicit: false }, parsed.GetRequiredValue(format)), parsed.GetValue(datasets),
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static string Format(bool json, bool isGiven, string format) =>
        !json ? format : !isGiven || format == "json" ? "json" : throw new UsageException($"--json and --format {format} exclude each other");

    internal static int Run(string path, string format, IReadOnlyList<string>? datasets, TextWriter output, TextWriter errors) => Failure.Guard("cutflow", errors, () =>
    {
        var print = CutflowFormats.Find(format);
        print(CutflowStatistics.Read(path, datasets), output);
        return ExitCode.Ok;
    });
}
