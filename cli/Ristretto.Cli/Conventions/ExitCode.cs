using Ristretto.Bytes.Errors;

namespace Ristretto.Cli.Conventions;

/// <summary>The exit codes of the program, the same for every command.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    internal const int Ok = 0;

    /// <summary>The command line is wrong.</summary>
    internal const int Usage = 1;

    /// <summary>A configuration or a description of a run is invalid.</summary>
    internal const int Configuration = 2;

    /// <summary>An input is missing or unreadable, or does not hold what was asked for.</summary>
    internal const int Input = 3;

    /// <summary>An output cannot be written.</summary>
    internal const int Output = 4;

    /// <summary>Interrupted by Ctrl-C or a signal.</summary>
    internal const int Interrupted = 14;

    /// <summary>A fault of the program itself.</summary>
    internal const int Internal = 20;

    private const int NoSpaceLeft = 28;   // ENOSPC

    /// <summary>The exit code for an error.</summary>
    internal static int Of(Exception error) => error switch
    {
        UsageException => Usage,
        ConfigurationException or OutOfMemoryException => Configuration,
        SourceException or RootFormatException or SchemaException => Input,
        OutputException or IOException { HResult: NoSpaceLeft } => Output,
        OperationCanceledException => Interrupted,
        RistrettoException => Configuration,      // a correction or an expression that does not fit the data
        _ => Internal,
    };
}
