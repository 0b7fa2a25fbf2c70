namespace Ristretto.Plots.Typesetting;

/// <summary>A horizontal stroke over letters (an antiparticle's bar).</summary>
/// <param name="X">Distance of its left end from the line's, in points.</param>
/// <param name="Width">Its length in points.</param>
/// <param name="Rise">Height of its middle above the baseline, in points.</param>
/// <param name="Thickness">In points.</param>
public readonly record struct Rule(double X, double Width, double Rise, double Thickness);
