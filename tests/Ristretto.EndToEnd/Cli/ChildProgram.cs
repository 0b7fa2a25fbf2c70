using System.Diagnostics;
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

    /// <summary>Starts it, waits until it says a word on the error stream, sends a signal and waits for its end.</summary>
    internal static (int ExitCode, string Errors) RunAndSignal(string signal, string word, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Path, arguments)
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
