using System.CommandLine;
using Ristretto.Analyses.Adl;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources;
using Ristretto.Cli.Conventions;
using Ristretto.Cli.Measurements;
using Ristretto.Cli.Rendering;
using Ristretto.Cli.Targets;
using Ristretto.Events.Engine;

namespace Ristretto.Cli.Commands;

/// <summary><c>ristretto bench adl</c>: what the queries of the analysis description language benchmark cost.</summary>
internal static class BenchAdlCommand
{
    private static readonly string s_styles = string.Join(", ", AdlStyle.All.Select(style => style.Name));

    internal static Command Create()
    {
        Option<string[]> input = new("--input") { Description = "FILE or FILE:TREE, with a TTree or an RNTuple, Events if not named; a pattern, a folder or a @list means all of its files. May be repeated.", Required = true };
        Option<string> query = new("--query") { Description = "1 to 8, 7a, or all.", DefaultValueFactory = _ => "all" };
        Option<string> style = new("--style") { Description = $"How the queries are written: {s_styles}.", DefaultValueFactory = _ => AdlStyle.All[0].Name };
        Option<int?> threads = new("--threads") { Description = "Number of threads. [default: all cores]" };
        Option<int> rounds = new("--rounds") { Description = "How often each is measured, in turn; medians are shown.", DefaultValueFactory = _ => 5 };
        var json = CommonOptions.Json();
        CommandWithExamples command = new("adl", "Run the queries of the analysis description language benchmark over files: their histograms, their speed, and beside it what reading the same columns and computing alone take.",
            "ristretto bench adl --input adl.root",
            "ristretto bench adl --input adl.root --query 6 --style loop --threads 1",
            "ristretto bench adl --input 'parts/*.root' --input more.root:Events --rounds 9 --json")
        { input, query, style, threads, rounds, json };
        ServerOptions servers = new();
        servers.AddTo(command);
        command.SetAction(parsed =>
        {
            using var interruption = new Interruption();
            var settings = new AdlSettings(parsed.GetRequiredValue(input), parsed.GetRequiredValue(query), parsed.GetRequiredValue(style), parsed.GetValue(threads), parsed.GetValue(rounds),
                parsed.GetValue(json), () => servers.Of(parsed));
            return Run(settings, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, interruption.Token);
        });
        return command;
    }

    internal static int Run(AdlSettings settings, TextWriter output, TextWriter errors, CancellationToken cancellation = default) => Failure.Guard("bench adl", errors, () =>
    {
        var (queries, style, rounds) = (QueriesOf(settings.Query), StyleOf(settings.Style), AtLeastOne("--rounds", settings.Rounds));
        var threads = AtLeastOne("--threads", settings.Threads ?? Environment.ProcessorCount);
        using var connections = new Connections(settings.Servers(), cancellation);
        InputFile[] files = [.. settings.Inputs.SelectMany(text => Target.Parse(text).Expand(connections)).Select(target => new InputFile(target.File, target.Object ?? "Events"))];
        var progress = settings.Json ? _ => { } : ProgressLines.To<string>(errors, line => line);
        List<AdlFigures> figures = [];
        foreach (var query in queries)
        {
            var options = new RunOptions
            {
                Threads = threads,
                Connections = connections,
                Cancellation = cancellation,
                Progress = run => progress($"{query}: {Quantity.Count(run.Events)} of {Quantity.Count(run.TotalEvents)} events"),
            };
            figures.Add(new AdlMeasurement(files, style, options, rounds).Run(query));
        }
        if (settings.Json) AdlText.PrintJson(figures, style.Name, threads, output);
        else AdlText.Print(figures, output);
        return ExitCode.Ok;
    });

    private static string[] QueriesOf(string text)
    {
        string[] names = [.. AdlQuery.All().Select(query => query.Name).Where(name => text == "all" || name == $"Q{text}")];
        return names.Length > 0 ? names : throw new UsageException($"--query is \"{text}\"; it takes 1 to 8, 7a, or all");
    }

    private static AdlStyle StyleOf(string text) => AdlStyle.All.FirstOrDefault(style => style.Name == text)
        ?? throw new UsageException($"--style is \"{text}\"{NearestNames.Hint(text, [.. AdlStyle.All.Select(style => style.Name)])}; it takes {s_styles}");

    private static int AtLeastOne(string option, int number) => number >= 1 ? number : throw new UsageException($"{option} is {number}; it must be at least 1");
}
