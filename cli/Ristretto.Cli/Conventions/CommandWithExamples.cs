using System.CommandLine;

namespace Ristretto.Cli.Conventions;

/// <summary>A command whose help shows examples.</summary>
internal sealed class CommandWithExamples(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Whole command lines.</summary>
    internal IReadOnlyList<string> Examples { get; } = examples;

    /// <summary>What is checked before the other arguments and options, or null.</summary>
    internal Action<ParseResult>? CheckFirst { get; set; }
}
