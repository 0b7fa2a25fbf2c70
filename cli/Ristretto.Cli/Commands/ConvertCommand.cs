using System.CommandLine;
using System.Globalization;
using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Sources;
using Ristretto.Cli.Conventions;
using Ristretto.Cli.Conversions;
using Ristretto.Cli.Targets;

namespace Ristretto.Cli.Commands;

/// <summary><c>ristretto convert</c>: a file with trees or ntuples, written anew.</summary>
internal static class ConvertCommand
{
    internal static Command Create()
    {
        Argument<string> input = new("input") { Description = "FILE, or FILE:TREE for one tree or RNTuple. A path or an address." };
        Argument<string> result = new("output") { Description = "The file to write; an existing one is replaced when the new one is whole." };
        var to = CommonOptions.To("");
        var codec = CommonOptions.Codec();
        Option<string?> columns = new("--columns") { Description = "Only the columns of these names, with * and ?, separated by commas. Counters come along." };
        Option<string?> entries = new("--entries") { Description = "Only these entries, FIRST:END, counted from 0, END not included." };
        var jobs = CommonOptions.Jobs();
        CommandWithExamples command = new("convert", "Write the trees and RNTuples of a file anew, as the one or the other, with another codec, or fewer columns.",
            "ristretto convert nano.root nano_rntuple.root --to rntuple",
            "ristretto convert nano.root small.root --to ttree --codec lz4:4 --columns 'nJet,Jet_*'",
            "ristretto convert nano.root:Events first.root --to ttree --entries 0:1000")
        { input, result, to, codec, columns, entries, jobs };
        ServerOptions servers = new();
        servers.AddTo(command);
        command.SetAction(parsed =>
        {
            using var interruption = new Interruption();
            return Run(parsed.GetRequiredValue(input), parsed.GetRequiredValue(result), parsed.GetRequiredValue(to)!, parsed.GetValue(codec), parsed.GetValue(columns), parsed.GetValue(entries),
                parsed.GetValue(jobs), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, () => servers.Of(parsed), interruption.Token);
        });
        return command;
    }

    internal static int Run(string input, string result, string to, string? codec, string? columns, string? entries, int jobs,
        TextWriter output, TextWriter errors, Func<SourceOptions>? servers = null, CancellationToken cancellation = default) =>
        Failure.Guard("convert", errors, () =>
        {
            var (path, table) = Target.ParseOne(input, "convert");
            var (first, end) = Entries(entries);
            using var connections = new Connections(servers?.Invoke(), cancellation);
            var settings = new ConvertSettings(CommonOptions.IsNTuple(to) ?? false, CommonOptions.CodecOf(codec) ?? Compression.Zstd(), table, columns, first, end,
                CommonOptions.JobsOf(jobs), connections);
            new Conversion(settings, output, TableProgress.To(errors), cancellation).Run(path, result);
            return ExitCode.Ok;
        });

    private static (long First, long? End) Entries(string? text)
    {
        if (text is null) return (0, null);
        var parts = text.Split(':');
        if (parts.Length == 2 && TryParse(parts[0], 0, out var first) && TryParse(parts[1], long.MaxValue, out var end) && first <= end) return (first, end);
        throw new UsageException($"--entries {text}: FIRST:END, for example 0:1000");
    }

    private static bool TryParse(string text, long missing, out long number)
    {
        number = missing;
        return text.Length == 0 || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
