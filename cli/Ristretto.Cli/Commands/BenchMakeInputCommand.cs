using System.CommandLine;
using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Cli.Conventions;
using Ristretto.Cli.Conversions;
using Ristretto.Cli.Generation;
using Ristretto.Cli.Rendering;

namespace Ristretto.Cli.Commands;

/// <summary><c>ristretto bench make-input</c>: input of any size for measurements.</summary>
internal static class BenchMakeInputCommand
{
    internal static Command Create()
    {
        Argument<string> result = new("output") { Description = "The file to write." };
        Option<long> events = new("--events") { Description = "Number of events.", Required = true };
        var codec = CommonOptions.Codec();
        Option<string> format = new("--format") { Description = "ttree or rntuple.", DefaultValueFactory = _ => "ttree" };
        Option<long> seed = new("--seed") { Description = "Other seeds make other events.", DefaultValueFactory = _ => 1 };
        Option<bool> overwrite = new("--overwrite") { Description = "Replace an existing output." };
        var jobs = CommonOptions.Jobs();
        CommandWithExamples command = new("make-input", "Write invented events for measurements: single-muon data with the columns of the reduced NanoAOD files of 2012 open data. Equal settings give equal bytes.",
            "ristretto bench make-input adl.root --events 100000",
            "ristretto bench make-input adl.root --events 2000000 --codec lz4:4 --overwrite",
            "ristretto bench make-input adl-ntuple.root --events 100000 --format rntuple --seed 7")
        { result, events, codec, format, seed, overwrite, jobs };
        command.SetAction(parsed =>
        {
            using var interruption = new Interruption();
            return Run(parsed.GetRequiredValue(result), parsed.GetValue(events), parsed.GetValue(codec), parsed.GetRequiredValue(format), parsed.GetValue(seed), parsed.GetValue(overwrite), parsed.GetValue(jobs),
                parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, interruption.Token);
        });
        return command;
    }

    internal static int Run(string result, long events, string? codec, string format, long seed, bool overwrite, int jobs, TextWriter output, TextWriter errors, CancellationToken cancellation = default) =>
        Failure.Guard("bench make-input", errors, () =>
        {
            if (events < 0) throw new UsageException($"--events is {events}; it must be at least 0");
            var isNTuple = CommonOptions.IsNTuple(format, "--format") ?? false;
            var settings = new MakeInputSettings(events, isNTuple, CommonOptions.CodecOf(codec) ?? Compression.Zstd(), (ulong)seed, overwrite, CommonOptions.JobsOf(jobs));
            new InputMaker(settings, TableProgress.To(errors), cancellation).Run(result);
            output.WriteLine($"{result}: {Quantity.Count(events, "event", "events")}, {Quantity.Bytes(new FileInfo(result).Length)}");
            return ExitCode.Ok;
        });
}
