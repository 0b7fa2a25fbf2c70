using System.Reflection;
using Ristretto.Cli.Rendering;

namespace Ristretto.Cli.Conventions;

/// <summary>Turns errors into one line on the error stream and an exit code.</summary>
internal static class Failure
{
    /// <summary>Environment variable that shows the stack of an internal error; <c>--debug</c> does the same.</summary>
    internal const string DebugVariable = "RISTRETTO_DEBUG";

    /// <summary>Runs a command's work.</summary>
    /// <param name="command">Name of the command for the message; empty for the program itself.</param>
    /// <param name="errors">Receives the line.</param>
    /// <param name="work">Gives the exit code.</param>
    internal static int Guard(string command, TextWriter errors, Func<int> work)
    {
        try
        {
            return work();
        }
        catch (Exception caught)
        {
            return Report(command, errors, Cause(caught));
        }
    }

    private static int Report(string command, TextWriter errors, Exception error)
    {
        var code = ExitCode.Of(error);
        var name = command.Length == 0 ? "ristretto" : $"ristretto {command}";
        errors.WriteLine($"{name}: {Message(error, code)}");
        if (code == ExitCode.Internal)
        {
            errors.WriteLine($"This is a fault of the program, not of your input. Please report it with the command, the input and `ristretto doctor --json`; version {PrintVersion.Version}.");
            if (IsDebug) errors.WriteLine(error);
            else errors.WriteLine("--debug shows where it happened.");
        }
        return code;
    }

    private static bool IsDebug => Environment.GetEnvironmentVariable(DebugVariable) is { Length: > 0 } value && value != "0";

    private static string Message(Exception error, int code) => code switch
    {
        ExitCode.Interrupted => "interrupted; nothing was left half-written",
        ExitCode.Internal => $"internal error: {error.GetType().Name}: {PlainLine.Of(error.Message)}",
        ExitCode.Output when error is IOException => "standard output: no space left on the disk",
        ExitCode.Output when error is UnauthorizedAccessException => "standard output: it is closed",
        _ when error is OutOfMemoryException => "the allowed memory was used up; allow more with --memory, or run over fewer data sets at a time",
        _ => PlainLine.Of(error.Message),
    };

    // Workers wrap what went wrong in one of them; reflection wraps what a user's constructor throws.
    private static Exception Cause(Exception error) => error switch
    {
        AggregateException { InnerExceptions: [var only] } => Cause(only),
        AggregateException aggregate when aggregate.InnerExceptions.FirstOrDefault(inner => inner is not OperationCanceledException) is { } first => Cause(first),
        TargetInvocationException { InnerException: { } inner } => Cause(inner),
        _ => error,
    };
}
