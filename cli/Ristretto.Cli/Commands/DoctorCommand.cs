using System.CommandLine;
using Ristretto.Bytes.Sources;
using Ristretto.Cli.Conventions;
using Ristretto.Cli.Diagnostics;
using Ristretto.Cli.Rendering;

namespace Ristretto.Cli.Commands;

/// <summary><c>ristretto doctor</c>: what this machine has and lacks; what is wrong in a file.</summary>
internal static class DoctorCommand
{
    internal static Command Create()
    {
        Argument<string[]> files = new("files") { Description = "Check these files instead: paths, patterns, folders ending in /, @lists, http and root addresses.", Arity = ArgumentArity.ZeroOrMore };
        var jobs = CommonOptions.Jobs();
        var json = CommonOptions.Json();
        CommandWithExamples command = new("doctor", "Check this machine, or files: every record, key, object, basket and page, every checksum; what is wrong and where, and what can be saved. Exit code 3 when a file is not sound.",
            "ristretto doctor",
            "ristretto doctor data.root",
            "ristretto doctor --json 'root://host//store/data/*.root'")
        { files, jobs, json };
        ServerOptions servers = new();
        servers.AddTo(command);
        command.SetAction(parsed =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (parsed.GetValue(files) is not { Length: > 0 } named) return Run(parsed.GetValue(json), Environment.CurrentDirectory, output, errors);
            using var interruption = new Interruption();
            return Run(named, parsed.GetValue(json), output, errors, () => servers.Of(parsed), parsed.GetValue(jobs), interruption.Token);
        });
        return command;
    }

    /// <summary>Checks files.</summary>
    internal static int Run(IReadOnlyList<string> files, bool json, TextWriter output, TextWriter errors, Func<SourceOptions>? servers = null, int jobs = 0, CancellationToken cancellation = default) =>
        Failure.Guard("doctor", errors, () =>
        {
            using var connections = new Connections(servers?.Invoke(), cancellation);
            return new FileDoctor(connections, CommonOptions.JobsOf(jobs), output, errors, cancellation).Run([.. files.SelectMany(connections.Expand)], json);
        });

    /// <summary>Checks the machine.</summary>
    internal static int Run(bool json, string folder, TextWriter output, TextWriter errors) => Failure.Guard("doctor", errors, () =>
    {
        Finding[] findings = [.. NativeLibraries.Check(), .. Machine.Check(), .. Wires.Check(), WriteAccess.Check(folder), .. OtherPrograms.Check()];
        if (json) Print(findings, output);
        else Print(findings, folder, output);
        return findings.FirstOrDefault(finding => finding.Verdict == Verdict.Problem)?.ExitCode ?? ExitCode.Ok;
    });

    private static void Print(Finding[] findings, string folder, TextWriter output)
    {
        output.WriteLine($"ristretto {PrintVersion.Version} in {folder}");
        TextTable table = new(Alignment.Left, Alignment.Left, Alignment.Left);
        foreach (var finding in findings) table.Add(Sign(finding.Verdict), finding.Name, finding.Remedy is null ? finding.Found : $"{finding.Found}; {finding.Remedy}");
        table.Write(output, indent: 2);
        var problems = findings.Count(finding => finding.Verdict == Verdict.Problem);
        output.WriteLine(problems == 0 ? "Nothing stands in the way." : $"{Quantity.Count(problems, "problem", "problems")} to solve.");
    }

    private static string Sign(Verdict verdict) => verdict switch { Verdict.Good => "ok", Verdict.Note => "note", _ => "PROBLEM" };

    private static void Print(Finding[] findings, TextWriter output) => JsonPrinter.Print(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("version", PrintVersion.Version);
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("name", finding.Name);
            json.WriteString("verdict", finding.Verdict switch { Verdict.Good => "good", Verdict.Note => "note", _ => "problem" });
            json.WriteString("found", finding.Found);
            if (finding.Remedy is { } remedy) json.WriteString("remedy", remedy);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
