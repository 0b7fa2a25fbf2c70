using Ristretto.Events.Programs;

namespace Ristretto.Cli.Conventions;

/// <summary>The exit codes of the program, the same for every command.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    internal const int Ok = 0;

    /// <summary>The command line is wrong.</summary>
    internal const int Usage = 1;

    /// <summary>A configuration or a description of a run is invalid.</summary>
    internal const int Configuration = ErrorReport.Configuration;

    /// <summary>An input is missing or unreadable, or does not hold what was asked for.</summary>
    internal const int Input = ErrorReport.Input;

    /// <summary>An output cannot be written.</summary>
    internal const int Output = ErrorReport.Output;

    /// <summary>What was compared differs.</summary>
    internal const int Different = 5;

    /// <summary>Finished, but without files that could not be read.</summary>
    internal const int Loss = 10;

    /// <summary>Interrupted by Ctrl-C or a signal.</summary>
    internal const int Interrupted = 14;

    /// <summary>A fault of the program itself.</summary>
    internal const int Internal = 20;

    private const int NoSpaceLeft = 28;   // ENOSPC

    /// <summary>The exit code for an error.</summary>
    internal static int Of(Exception error) => error switch
    {
        UsageException => Usage,
        OutOfMemoryException => Configuration,
        IOException { HResult: NoSpaceLeft } => Output,
        UnauthorizedAccessException when !error.Message.Contains('\'', StringComparison.Ordinal) => Output,      // it names no file: a closed standard output
        OperationCanceledException => Interrupted,
        _ when ErrorReport.TryDescribe(error, out _, out var code) => code,
        _ => Internal,
    };
}
