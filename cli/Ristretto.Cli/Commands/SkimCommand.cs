using System.CommandLine;
using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Sources;
using Ristretto.Cli.Conventions;
using Ristretto.Cli.Conversions;
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
        var to = CommonOptions.To("; what it was if not given");
        var codec = CommonOptions.Codec();
        Option<bool> overwrite = new("--overwrite") { Description = "Replace an existing output." };
        var jobs = CommonOptions.Jobs();
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
                var (path, table) = Target.ParseOne(parsed.GetRequiredValue(input), "skim");
                var output = parsed.GetRequiredValue(result);
                using var connections = new Connections(servers.Of(parsed), interruption.Token);
                var settings = new SkimSettings(table, parsed.GetValue(where), parsed.GetValue(keep), parsed.GetValue(drop), parsed.GetValue(skip), CommonOptions.IsNTuple(parsed.GetValue(to)),
                    CommonOptions.CodecOf(parsed.GetValue(codec)) ?? Compression.Zstd(), parsed.GetValue(overwrite), CommonOptions.JobsOf(parsed.GetValue(jobs)), connections);
                var report = new Skim(settings, TableProgress.To(parsed.InvocationConfiguration.Error), interruption.Token).Run(path, output);
                if (parsed.GetValue(json)) SkimText.PrintJson(report, output, parsed.InvocationConfiguration.Output);
                else SkimText.Print(report, output, parsed.InvocationConfiguration.Output);
                return ExitCode.Ok;
            });
        });
        return command;
    }
}
