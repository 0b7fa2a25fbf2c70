using System.CommandLine;
using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Sources;
using Ristretto.Cli.Conventions;
using Ristretto.Cli.Skims;
using Ristretto.Cli.Targets;

namespace Ristretto.Cli.Commands;

/// <summary><c>ristretto skim</c>: some entries and some columns of a file.</summary>
internal static class SkimCommand
{
    internal static Command Create()
    {
        Argument<string> input = new("input") { Description = "FILE, or FILE:TREE; without a tree Events, or the only one. A path or an address." };
        Argument<string> result = new("output") { Description = "The file to write." };
        Option<string?> where = new("--where") { Description = "Only entries for which this condition holds, for example 'nJet >= 4 && sum(Jet_pt) > 200'." };
        Option<string?> keep = new("--keep") { Description = "Only the columns of these names, with * and ?, separated by commas. Counters come along with their lists." };
        Option<string?> drop = new("--drop") { Description = "Without the columns of these names; takes them out of what --keep keeps." };
        Option<string?> skip = new("--skip") { Description = "Leave out other objects of these paths, with * and ?, separated by commas." };
        Option<string?> to = new("--to") { Description = "ttree or rntuple; what it was if not given." };
        Option<string?> codec = new("--codec") { Description = "zstd:5, lz4:4, zlib:1, lzma:7 or none, with levels from 1 to 9; zstd:5 if not given." };
        Option<bool> overwrite = new("--overwrite") { Description = "Replace an existing output." };
        Option<int> jobs = new("--jobs") { Description = "Threads that compress; all processors if not given. The output does not depend on it." };
        var json = CommonOptions.Json();
        CommandWithExamples command = new("skim", "Write some entries and some columns of a tree or an RNTuple; Runs, LuminosityBlocks and all other objects stay whole.",
            "ristretto skim nano.root skim.root --where 'nJet >= 4'",
            "ristretto skim nano.root skim.root --where 'any(Jet_pt > 100)' --keep 'run,luminosityBlock,event,genWeight,Jet_*,HLT_*'",
            "ristretto skim nano.root slim.root --drop 'L1_*,*_genPart*' --codec lz4:4")
        { input, result, where, keep, drop, skip, to, codec, overwrite, jobs, json };
        ServerOptions servers = new();
        servers.AddTo(command);
        command.SetAction(parsed =>
        {
            using var interruption = new Interruption();
            return Failure.Guard("skim", parsed.InvocationConfiguration.Error, () =>
            {
                var (path, table) = Target.Parse(parsed.GetRequiredValue(input));
                var output = parsed.GetRequiredValue(result);
                using var connections = new Connections(servers.Of(parsed), interruption.Token);
                var settings = new SkimSettings(table, parsed.GetValue(where), parsed.GetValue(keep), parsed.GetValue(drop), parsed.GetValue(skip), IsNTuple(parsed.GetValue(to)),
                    CompressionOf(parsed.GetValue(codec)), parsed.GetValue(overwrite), JobsOf(parsed.GetValue(jobs)), connections);
                var report = new Skim(settings, interruption.Token).Run(path, output);
                if (parsed.GetValue(json)) SkimText.PrintJson(report, output, parsed.InvocationConfiguration.Output);
                else SkimText.Print(report, output, parsed.InvocationConfiguration.Output);
                return ExitCode.Ok;
            });
        });
        return command;
    }

    private static bool? IsNTuple(string? to) => to switch
    {
        null => null,
        "ttree" => false,
        "rntuple" => true,
        _ => throw new UsageException($"--to is \"{to}\"; it takes ttree or rntuple"),
    };

    private static Compression CompressionOf(string? codec) =>
        codec is null ? Compression.Zstd()
        : Compression.TryParse(codec, out var compression) ? compression
        : throw new UsageException($"--codec {codec}: there are zstd, lz4, zlib, lzma and none, with levels such as zstd:5");

    private static int JobsOf(int jobs) => jobs >= 0 ? jobs : throw new UsageException($"--jobs {jobs}: at least one thread, or 0 for all processors");
}
