using System.CommandLine;
using System.Globalization;
using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Cli.Conventions;
using Ristretto.Cli.Conversions;
using Ristretto.Cli.Targets;

namespace Ristretto.Cli.Commands;

/// <summary><c>ristretto convert</c>: a file with trees or ntuples, written anew.</summary>
internal static class ConvertCommand
{
    internal static Command Create()
    {
        Argument<string> input = new("input") { Description = "FILE, or FILE:TREE for one tree or RNTuple." };
        Argument<string> result = new("output") { Description = "The file to write; an existing one is replaced when the new one is whole." };
        Option<string> to = new("--to") { Description = "ttree or rntuple.", Required = true };
        Option<string?> codec = new("--codec") { Description = "zstd:5, lz4:4, zlib:1, lzma:7 or none, with levels from 1 to 9; zstd:5 if not given." };
        Option<string?> columns = new("--columns") { Description = "Only the columns of these names, with * and ?, separated by commas. Counters come along." };
        Option<string?> entries = new("--entries") { Description = "Only these entries, FIRST:END, counted from 0, END not included." };
        Option<int> jobs = new("--jobs") { Description = "Threads that compress; all processors if not given. The output does not depend on it." };
        CommandWithExamples command = new("convert", "Write the trees and RNTuples of a file anew, as the one or the other, with another codec, or fewer columns.",
            "ristretto convert nano.root nano_rntuple.root --to rntuple",
            "ristretto convert nano.root small.root --to ttree --codec lz4:4 --columns 'nJet,Jet_*'",
            "ristretto convert nano.root:Events first.root --to ttree --entries 0:1000")
        { input, result, to, codec, columns, entries, jobs };
        command.SetAction(parsed =>
        {
            using var interruption = new Interruption();
            return Run(parsed.GetRequiredValue(input), parsed.GetRequiredValue(result), parsed.GetRequiredValue(to), parsed.GetValue(codec), parsed.GetValue(columns),
                parsed.GetValue(entries), parsed.GetValue(jobs), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, interruption.Token);
        });
        return command;
    }

    internal static int Run(
        string input, string result, string to, string? codec, string? columns, string? entries, int jobs, TextWriter output, TextWriter errors, CancellationToken cancellation = default) =>
        Failure.Guard("convert", errors, () =>
        {
            var (path, table) = Target.Parse(input);
            var compression = Compression.Zstd();
            if (codec is not null && !Compression.TryParse(codec, out compression)) throw new UsageException($"--codec {codec}: there are zstd, lz4, zlib, lzma and none, with levels such as zstd:5");
            if (to is not ("ttree" or "rntuple")) throw new UsageException($"--to is \"{to}\"; it takes ttree or rntuple");
            if (jobs < 0) throw new UsageException($"--jobs {jobs}: at least one thread, or 0 for all processors");
            var (first, end) = Entries(entries);
            new Conversion(new ConvertSettings(to == "rntuple", compression, table, columns, first, end, jobs), output, cancellation).Run(path, result);
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
