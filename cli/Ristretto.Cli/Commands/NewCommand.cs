using System.CommandLine;

namespace Ristretto.Cli.Commands;

/// <summary><c>ristretto new</c>: something to begin with.</summary>
internal static class NewCommand
{
    internal static Command Create() => new("new", "Make an analysis of your own to begin with.") { NewAnalysisCommand.Create() };
}
