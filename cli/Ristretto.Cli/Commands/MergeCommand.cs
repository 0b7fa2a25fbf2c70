using System.CommandLine;
using Ristretto.Bytes.Files.Merging;
using Ristretto.Bytes.Sources;
using Ristretto.Cli.Conventions;
using Ristretto.Cli.Merging;
using Ristretto.Cli.Rendering;

namespace Ristretto.Cli.Commands;

/// <summary><c>ristretto merge</c>: several files as one.</summary>
internal static class MergeCommand
{
    internal static Command Create()
    {
        Argument<string> result = new("output") { Description = "The file to write." };
        Argument<string[]> inputs = new("inputs") { Description = "The files to merge: paths, patterns, folders ending in /, @lists, http and root addresses.", Arity = ArgumentArity.OneOrMore };
        var codec = CommonOptions.Codec("without it baskets and pages are copied as they are, which is much faster.");
        Option<string[]> skip = new("--skip") { Description = "Leave out objects of these paths, with * and ?, separated by commas.", CustomParser = NameList.Parse };
        Option<string> schema = new("--schema") { Description = "strict refuses trees and RNTuples whose branches or fields are not the same in all files; union fills what a file lacks with 0 or empty lists.", DefaultValueFactory = _ => "strict" };
        Option<bool> noSync = new("--no-sync") { Description = "Do not wait until the disk has the output, as cp does not; it may be lost in a power failure." };
        Option<bool> overwrite = new("--overwrite") { Description = "Replace an existing output." };
        var jobs = CommonOptions.Jobs();
        var json = CommonOptions.Json();
        CommandWithExamples command = new("merge", "Write the trees and RNTuples of several files as one, with their histograms, profiles and efficiencies summed and their graphs joined.",
            "ristretto merge all.root part1.root part2.root part3.root",
            "ristretto merge all.root 'parts/*.root' --codec zstd:5",
            "ristretto merge run2.root 'era*.root' --schema union",
            "ristretto merge all.root @files.txt --skip 'debug/*' --overwrite --json")
        { result, inputs, codec, skip, schema, overwrite, noSync, jobs, json };
        ServerOptions servers = new();
        servers.AddTo(command);
        command.SetAction(parsed =>
        {
            using var interruption = new Interruption();
            return Run(parsed.GetRequiredValue(result), parsed.GetRequiredValue(inputs), parsed.GetValue(codec), parsed.GetValue(skip), () => SchemaOf(parsed.GetRequiredValue(schema)), parsed.GetValue(overwrite), !parsed.GetValue(noSync), parsed.GetValue(jobs),
                parsed.GetValue(json), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, () => servers.Of(parsed), interruption.Token);
        });
        return command;
    }

    internal static int Run(string result, IReadOnlyList<string> inputs, string? codec, IReadOnlyList<string>? skip, Func<MergeSchema> schema, bool overwrite, bool isDurable, int jobs, bool json,
        TextWriter output, TextWriter errors, Func<SourceOptions>? servers = null, CancellationToken cancellation = default) =>
        Failure.Guard("merge", errors, () =>
        {
            using var connections = new Connections(servers?.Invoke(), cancellation);
            List<string> files = [.. inputs.SelectMany(connections.Expand)];
            var report = FileMerger.Merge(files, result, new MergeOptions
            {
                Compression = CommonOptions.CodecOf(codec),
                Schema = schema(),
                Threads = CommonOptions.JobsOf(jobs),
                Overwrite = overwrite,
                IsDurable = isDurable,
                Skip = skip ?? [],
                Connections = connections,
                Progress = ProgressLines.To<MergeProgress>(errors, progress => $"{progress.Done} of {progress.Files} files   {Quantity.Bytes(progress.Bytes)}   {progress.File}"),
                Cancellation = cancellation,
            });
            if (json) MergeText.PrintJson(report, result, files, output);
            else MergeText.Print(report, result, files, output);
            return ExitCode.Ok;
        });

    private static MergeSchema SchemaOf(string text) => text switch
    {
        "strict" => MergeSchema.Strict,
        "union" => MergeSchema.Union,
        _ => throw new UsageException($"--schema {text}: strict or union"),
    };
}
