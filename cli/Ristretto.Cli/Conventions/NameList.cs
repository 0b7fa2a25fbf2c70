using System.CommandLine.Parsing;

namespace Ristretto.Cli.Conventions;

/// <summary>Values such as <c>a,b,c</c>; the option may also be repeated.</summary>
internal static class NameList
{
    /// <summary>The names without the commas and the spaces around them.</summary>
    internal static string[] Parse(ArgumentResult result) =>
        [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
}
