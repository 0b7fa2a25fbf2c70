namespace Ristretto.Cli.Comparisons;

/// <summary>One thing in which two files differ.</summary>
/// <param name="Path">The object, with the column or member.</param>
/// <param name="Kind">What differs, one word for programs: <c>missing</c>, <c>class</c>, <c>entries</c>, <c>column</c>, <c>type</c>, <c>values</c>, <c>member</c>.</param>
/// <param name="Text">What differs, for people.</param>
internal sealed record Difference(string Path, string Kind, string Text)
{
    /// <summary>Of values, in how many entries they differ.</summary>
    internal long? Entries { get; init; }

    /// <summary>The first such entry.</summary>
    internal long? FirstEntry { get; init; }

    /// <summary>What the first file has there.</summary>
    internal string? Left { get; init; }

    /// <summary>What the second file has there.</summary>
    internal string? Right { get; init; }

    /// <summary>The largest difference of two numbers.</summary>
    internal double? Largest { get; init; }
}
