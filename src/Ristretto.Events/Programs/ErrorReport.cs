using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Ristretto.Bytes.Errors;

namespace Ristretto.Events.Programs;

/// <summary>How a program reports an error about data, files or configuration: one line and an exit code, the same as <c>ristretto</c> itself.</summary>
/// <remarks>Programs of a single file do so by themselves when nobody catches the error; a project does with the build property <c>RistrettoErrorReport</c>.</remarks>
public static class ErrorReport
{
    /// <summary>Exit code: a configuration, or a correction or expression that does not fit the data.</summary>
    public const int Configuration = 2;

    /// <summary>Exit code: an input is missing or unreadable, or does not hold what was asked for.</summary>
    public const int Input = 3;

    /// <summary>Exit code: an output cannot be written.</summary>
    public const int Output = 4;

    /// <summary>The line and the exit code of an error of Ristretto; false for any other, which is a fault of the code.</summary>
    /// <param name="error">The error, or one that it is the only cause of.</param>
    /// <param name="line">What is wrong, in one line.</param>
    /// <param name="exitCode">The exit code of the program.</param>
    public static bool TryDescribe(Exception error, [NotNullWhen(true)] out string? line, out int exitCode)
    {
        ArgumentNullException.ThrowIfNull(error);
        while (error is AggregateException { InnerExceptions.Count: 1 } or TargetInvocationException { InnerException: not null }) error = error.InnerException!;
        (line, exitCode) = error is RistrettoException ? (error.Message.ReplaceLineEndings(" ").Trim(), Of(error)) : (null, 0);
        return line is not null;
    }

    private static int Of(Exception error) => error switch
    {
        SourceException or RootFormatException or SchemaException => Input,
        OutputException => Output,
        _ => Configuration,
    };
}
