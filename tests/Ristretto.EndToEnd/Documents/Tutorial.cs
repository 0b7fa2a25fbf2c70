using Ristretto.EndToEnd.Cli;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Documents;

/// <summary>A tutorial: a single file that runs as it stands, in a folder with the results of a demo. The lines that start with <c>//&gt;</c> say what it prints.</summary>
internal sealed class Tutorial(string name)
{
    internal string Path { get; } = Repository.PathOf("tutorials", name);

    internal string Text => File.ReadAllText(Path);

    internal string Expected => string.Join('\n', Text.Split('\n').Where(line => line.StartsWith("//> ", StringComparison.Ordinal)).Select(line => line[4..]));

    internal static IEnumerable<string> Names => Directory.GetFiles(Repository.PathOf("tutorials"), "*.cs").Select(file => System.IO.Path.GetFileName(file)!).Order(StringComparer.Ordinal);

    /// <summary>Runs a file (this one when left out) where the samples of the demo are, and gives what it printed.</summary>
    internal string Run(TemporaryFolder folder, string? file = null)
    {
        Directory.CreateDirectory(folder["demo-output"]);
        if (!Directory.Exists(folder["demo-output/samples"])) File.CreateSymbolicLink(folder["demo-output/samples"], CliRun.Samples);
        return ShellCommand.Run("dotnet", ["run", "--file", file ?? Path], folder.Path).Succeeded().Output.TrimEnd();
    }
}
