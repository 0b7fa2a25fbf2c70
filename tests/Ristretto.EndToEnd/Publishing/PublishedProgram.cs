using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Publishing;

/// <summary>Publishes the program once for all tests of it.</summary>
public sealed class PublishedProgram
{
    /// <summary>The published file, as the script names it.</summary>
    internal string Path { get; } = ShellCommand.Run(Repository.PathOf("scripts", "publish"), []).Succeeded().Output.Trim();
}
