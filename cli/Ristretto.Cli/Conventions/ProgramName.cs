namespace Ristretto.Cli.Conventions;

/// <summary>How the user starts the program, for command lines that it proposes.</summary>
internal static class ProgramName
{
    /// <summary>Environment variable with which the script of a clone says how it was started.</summary>
    internal const string Variable = "RISTRETTO_COMMAND";

    /// <summary>Such as <c>ristretto</c>, or <c>./ristretto</c> in a clone.</summary>
    internal static string AsTyped => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } typed && !typed.AsSpan().ContainsAny('\n', '\r', ' ') ? typed : "ristretto";
}
