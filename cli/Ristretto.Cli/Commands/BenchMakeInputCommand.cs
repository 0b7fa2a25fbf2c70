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
    private const string Name = "bench make-input";

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
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return Failure.Guard(Name, errors, () =>
            {
                var (path, count) = (parsed.GetRequiredValue(result), parsed.GetValue(events));
                if (count < 0) throw new UsageException($"--events is {count}; it must be at least 0");
                var settings = new MakeInputSettings(count, IsNTuple(parsed.GetRequiredValue(format)), CommonOptions.CodecOf(parsed.GetValue(codec)) ?? Compression.Zstd(), (ulong)parsed.GetValue(seed),
                    parsed.GetValue(overwrite), CommonOptions.JobsOf(parsed.GetValue(jobs)));
                new InputMaker(settings, TableProgress.To(errors), interruption.Token).Run(path);
                output.WriteLine($"{path}: {Quantity.Count(count, "event", "events")}, {Quantity.Bytes(new FileInfo(path).Length)}");
                return ExitCode.Ok;
            });
        });
        return command;
    }

    private static bool IsNTuple(string text) => CommonOptions.IsNTuple(text, "--format") ?? false;
}
