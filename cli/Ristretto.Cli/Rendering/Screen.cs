namespace Ristretto.Cli.Rendering;

/// <summary>What the error stream can show. Plain text wherever it is not a terminal, or where the user asked for it with NO_COLOR.</summary>
internal static class Screen
{
    /// <summary>Whether progress may be drawn over itself, in colour.</summary>
    internal static bool IsInteractive =>
        !Console.IsErrorRedirected && !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") is { Length: > 0 } and not "dumb";

    /// <summary>Width in characters for drawings made of text.</summary>
    internal static int Width => Console.IsOutputRedirected ? 80 : Math.Clamp(Console.WindowWidth, 40, 200);
}
