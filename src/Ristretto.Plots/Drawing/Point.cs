namespace Ristretto.Plots.Drawing;

/// <summary>A position in points (1/72 inch), the origin at the top left, y growing downwards.</summary>
/// <param name="X">Distance from the left edge.</param>
/// <param name="Y">Distance from the top edge.</param>
public readonly record struct Point(double X, double Y);
