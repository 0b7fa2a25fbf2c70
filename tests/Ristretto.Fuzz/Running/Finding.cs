namespace Ristretto.Fuzz.Running;

/// <summary>Something that must not be.</summary>
/// <param name="Case">The input, as <c>--replay</c> takes it.</param>
/// <param name="Kind">The exception, <c>hang</c>, <c>memory</c> or <c>crash</c>.</param>
/// <param name="Text">More about it.</param>
internal sealed record Finding(string Case, string Kind, string Text)
{
    /// <summary>The kind and where in the library it came up: what makes two findings the same.</summary>
    internal string Place => $"{Kind}{Text.Split('\n').FirstOrDefault(static line => line.StartsWith("   at Ristretto.", StringComparison.Ordinal) && !line.Contains("Ristretto.Fuzz", StringComparison.Ordinal))}";

    /// <summary>In one line, to be told to another process.</summary>
    internal string ToLine() => string.Join('\t', "finding", Case, Kind, Text.ReplaceLineEndings("⏎").Replace('\t', ' '));

    /// <summary>Reads such a line.</summary>
    internal static Finding? OfLine(string line) => line.Split('\t') is ["finding", var input, var kind, var text] ? new Finding(input, kind, text.Replace("⏎", "\n", StringComparison.Ordinal)) : null;
}
