namespace Ristretto.Plots.Drawing;

/// <summary>How a line is drawn.</summary>
/// <param name="Color">Its colour.</param>
/// <param name="Width">Its width in points.</param>
/// <param name="Dash">Lengths of dash and gap in points; <see langword="null"/> for a solid line.</param>
public sealed record Stroke(Color Color, double Width, DashPattern? Dash = null);

/// <summary>Lengths of dash and gap.</summary>
/// <param name="On">Length of a dash in points.</param>
/// <param name="Off">Length of a gap in points.</param>
public readonly record struct DashPattern(double On, double Off);
