using System.CommandLine;

namespace Ristretto.Cli.Commands;

/// <summary><c>ristretto bench</c>: measurements, and input for them.</summary>
internal static class BenchCommand
{
    internal static Command Create() => new("bench", "Measure the queries of the analysis description language benchmark, or make input for them.") { BenchAdlCommand.Create(), BenchMakeInputCommand.Create() };
}
