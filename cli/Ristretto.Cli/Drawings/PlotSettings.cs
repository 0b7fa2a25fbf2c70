namespace Ristretto.Cli.Drawings;

/// <summary>What the user asked to see.</summary>
/// <param name="Target">File and tree.</param>
/// <param name="Quantity">The expression.</param>
/// <param name="Bins">The bins as typed; null to find them.</param>
/// <param name="Where">Condition on events; null for all.</param>
/// <param name="Weight">Weight; null for 1.</param>
/// <param name="Logarithmic">Whether the height is logarithmic.</param>
/// <param name="Output">File to draw into; null for the terminal.</param>
/// <param name="Label">Label of the axis; null for the expression.</param>
/// <param name="Json">Whether to print the histogram as JSON.</param>
/// <param name="Memory">Memory such as <c>500MB</c>; that of a run when null.</param>
internal sealed record PlotSettings(
    string Target, string Quantity, string? Bins = null, string? Where = null, string? Weight = null,
    bool Logarithmic = false, string? Output = null, string? Label = null, bool Json = false, string? Memory = null);
