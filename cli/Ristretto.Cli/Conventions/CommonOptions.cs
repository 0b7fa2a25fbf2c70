using System.CommandLine;

namespace Ristretto.Cli.Conventions;

/// <summary>Options that mean the same in every command.</summary>
internal static class CommonOptions
{
    /// <summary><c>--json</c>.</summary>
    internal static Option<bool> Json() => new("--json") { Description = "Print one JSON document instead of text." };
}
