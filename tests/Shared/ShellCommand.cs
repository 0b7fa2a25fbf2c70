using System.Diagnostics;

namespace Ristretto.Tests.Shared;

/// <summary>What a program said and how it ended.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">The standard output.</param>
/// <param name="Errors">The error stream.</param>
/// <param name="Elapsed">The time from start to end.</param>
internal sealed record ShellCommand(int ExitCode, string Output, string Errors, TimeSpan Elapsed)
{
    /// <summary>Runs a program to its end, without standard input.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="arguments">Its arguments, passed as they are.</param>
    /// <param name="folder">The working directory; the clone's root when left out.</param>
    /// <param name="environment">Variables to set, or to remove where the value is null.</param>
    /// <param name="cleared">Whether the program gets these variables only.</param>
    internal static ShellCommand Run(string program, IEnumerable<string> arguments, string? folder = null,
        IReadOnlyDictionary<string, string?>? environment = null, bool cleared = false)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder ?? Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (cleared) start.Environment.Clear();
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            if (value is null) start.Environment.Remove(name);
            else start.Environment[name] = value;
        }

        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, errors.GetAwaiter().GetResult(), watch.Elapsed);
    }

    /// <summary>Fails the test, with everything that was said, when the program did not end well.</summary>
    internal ShellCommand Succeeded()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}\n{Output}\n{Errors}");
        return this;
    }
}
