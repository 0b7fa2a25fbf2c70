namespace Ristretto.Plots.Typesetting;

/// <summary>A run with its place in the line.</summary>
/// <param name="Run">The characters.</param>
/// <param name="X">Distance of its left end from the line's, in points.</param>
/// <param name="Width">Its width in points.</param>
/// <param name="Size">Its font size in points.</param>
/// <param name="Rise">How far its baseline is above the line's, in points.</param>
public sealed record PlacedRun(TextRun Run, double X, double Width, double Size, double Rise);
