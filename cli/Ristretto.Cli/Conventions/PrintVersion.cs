using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Ristretto.Cli.Conventions;

/// <summary>What <c>--version</c> does.</summary>
internal sealed class PrintVersion : SynchronousCommandLineAction
{
    /// <summary>Version of the program, with the commit it was built from where the build knew it.</summary>
    internal static string Version { get; } =
        typeof(PrintVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion is { } version ? Short(version) : "unknown";

    // The build appends the whole commit.
    private static string Short(string version) => version[..Math.Min(version.Length, version.IndexOf('+', StringComparison.Ordinal) is > 0 and var plus ? plus + 10 : version.Length)];

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine($"ristretto {Version}");
        return ExitCode.Ok;
    }
}
