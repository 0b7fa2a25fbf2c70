namespace Ristretto.Cli.Rendering;

/// <summary>Text that may hold names from a damaged file, made safe for a terminal.</summary>
internal static class PlainLine
{
    /// <summary>One line without control characters.</summary>
    internal static string Of(string text) => string.Concat(text.ReplaceLineEndings(" ").Trim().Select(letter => char.IsControl(letter) ? '\uFFFD' : letter));
}
