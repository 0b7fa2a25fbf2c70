using System.CommandLine;

namespace Ristretto.Cli.Conventions;

/// <summary>Options that mean the same in every command.</summary>
internal static class CommonOptions
{
    /// <summary><c>--json</c>.</summary>
    internal static Option<bool> Json() => new("--json") { Description = "Print one JSON document instead of text." };

    /// <summary><c>--recover</c>.</summary>
    internal static Option<bool> Recover() => new("--recover") { Description = "Search a file that was not closed, or is cut off, for whole objects." };

    /// <summary><c>--memory</c>.</summary>
    internal static Option<string?> Memory() => new("--memory") { Description = "Memory that the program may take, such as 500MB. [default: 2GiB]" };
}
