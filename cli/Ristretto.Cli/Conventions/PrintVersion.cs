using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Ristretto.Cli.Conventions;

/// <summary>What <c>--version</c> does.</summary>
internal sealed class PrintVersion : SynchronousCommandLineAction
{
    /// <summary>Version of the program, with the commit it was built from where the build knew it.</summary>
    internal static string Version { get; } =
        typeof(PrintVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine($"ristretto {Version}");
        return ExitCode.Ok;
    }
}
