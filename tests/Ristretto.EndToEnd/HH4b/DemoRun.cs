using Ristretto.Analyses.HH4b;
using Ristretto.EndToEnd.Cli;
using Ristretto.Events.Engine;
using Ristretto.Events.Programs;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.HH4b;

/// <summary>The analysis over the samples that the program carries. As a fixture it runs once for all tests of a class.</summary>
public sealed class DemoRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<string> _output;

    /// <summary>Nothing runs until somebody asks for the output.</summary>
    public DemoRun() => _output = new(() => Run(_folder["demo"], new RunOptions()));

    /// <summary>The names of the three data sets.</summary>
    internal static IReadOnlyList<string> Datasets { get; } = ["demo_data_UL18", "demo_HH4b_UL18", "demo_TTToSemiLeptonic_UL18"];

    /// <summary>The fileset.</summary>
    internal static string Fileset { get; } = Path.Combine(CliRun.Samples, "fileset.json");

    /// <summary>The output folder of a run with default options.</summary>
    internal string Output => _output.Value;

    /// <summary>Runs the analysis and gives the output folder.</summary>
    internal static string Run(string output, RunOptions options)
    {
        new HH4bProgram().Run(new RunRequest { Fileset = Fileset, Output = output, Options = options, DumpEvents = 500 });
        return output;
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
