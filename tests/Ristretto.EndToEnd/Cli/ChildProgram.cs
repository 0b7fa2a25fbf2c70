using System.Diagnostics;
using System.Globalization;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary>The program as a process of its own.</summary>
internal static class ChildProgram
{
    /// <summary>The executable that was built with the tests.</summary>
    internal static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "ristretto");

    /// <summary>The assembly of the tests, which has analyses to be run.</summary>
    internal static string TestAnalyses { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "Ristretto.EndToEnd.dll");

    internal static ShellCommand Run(IEnumerable<string> arguments, params (string Name, string? Value)[] environment) =>
        ShellCommand.Run(Path, arguments, System.IO.Path.GetTempPath(), environment.ToDictionary(pair => pair.Name, pair => pair.Value));

    /// <summary>Runs it and watches the largest resident memory, in bytes.</summary>
    internal static (int ExitCode, string Errors, long Peak) RunAndMeasure(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        var peak = 0L;
        while (!process.WaitForExit(10)) peak = Math.Max(peak, PeakOf(process.Id));
        output.Wait();
        return (process.ExitCode, errors.Result, peak);
    }

    private static long PeakOf(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
        }
        catch (Exception error) when (error is IOException or FormatException)
        {
            return 0;   // it has just ended
        }
    }

    /// <summary>Starts it, waits until it says a word on the error stream, sends a signal and waits for its end.</summary>
    internal static (int ExitCode, string Errors) RunAndSignal(string signal, string word, params string[] arguments)
    {
        // Whoever starts the tests in the background of a script has them ignore Ctrl-C, and all that they start.
        using var process = Process.Start(new ProcessStartInfo("env", ["--default-signal=INT,TERM", Path, .. arguments])
        {
            WorkingDirectory = System.IO.Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = "";
        while (!said.Contains(word, StringComparison.Ordinal) && process.StandardError.ReadLine() is { } line) said += line + "\n";
        using (var kill = Process.Start("kill", ["-" + signal, $"{process.Id}"])) kill.WaitForExit();
        said += process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said);
    }
}
