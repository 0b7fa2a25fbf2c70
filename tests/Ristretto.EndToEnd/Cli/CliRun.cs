using System.Text.Json;
using Ristretto.Cli;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary>One command line, run in this process: exit code, results, errors.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Folder of the samples that the program carries.</summary>
    internal static string Samples => Repository.PathOf("cli", "Ristretto.Cli", "Demo", "Samples");

    /// <summary>A sample file.</summary>
    internal static string Sample => Path.Combine(Samples, "demo_data_UL18.root");

    internal static CliRun Of(params string[] arguments)
    {
        using StringWriter output = new(), errors = new();
        var code = Application.Run(arguments, output, errors);
        return new(code, output.ToString(), errors.ToString());
    }

    /// <summary>The output as the one JSON document that it must be.</summary>
    internal JsonElement Json()
    {
        using var document = JsonDocument.Parse(Output);
        return document.RootElement.Clone();
    }

    /// <summary>Checks that it failed with one line of error and no result, and gives the line without its end.</summary>
    internal string Failed(int exitCode)
    {
        Assert.Equal("", Output);
        Assert.EndsWith("\n", Errors, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', Errors[..^1]);
        Assert.True(exitCode == ExitCode, $"exit code {ExitCode} instead of {exitCode}: {Errors}");
        return Errors[..^1];
    }

    /// <summary>Checks that it ended well without a word of error.</summary>
    internal CliRun Succeeded()
    {
        Assert.Equal((0, ""), (ExitCode, Errors));
        return this;
    }
}
