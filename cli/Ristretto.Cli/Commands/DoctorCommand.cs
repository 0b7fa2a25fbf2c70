using System.CommandLine;
using Ristretto.Cli.Conventions;
using Ristretto.Cli.Diagnostics;
using Ristretto.Cli.Rendering;

namespace Ristretto.Cli.Commands;

/// <summary><c>ristretto doctor</c>: what this machine has and lacks.</summary>
internal static class DoctorCommand
{
    internal static Command Create()
    {
        var json = CommonOptions.Json();
        CommandWithExamples command = new("doctor", "Check this machine: libraries, processor, memory, write access; with remedies.",
            "ristretto doctor",
            "ristretto doctor --json")
        { json };
        command.SetAction(parsed => Run(parsed.GetValue(json), Environment.CurrentDirectory, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

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
