using Ristretto.Plots.Drawing;

namespace Ristretto.Plots.Styles;

/// <summary>Colour sequences for series. Source: M. A. Petroff, Accessible color sequences for data visualization, arXiv:2107.02270.</summary>
public static class Palettes
{
    /// <summary>Six colours.</summary>
    public static IReadOnlyList<Color> Petroff6 { get; } = Parse("#5790fc", "#f89c20", "#e42536", "#964a8b", "#9c9ca1", "#7a21dd");

    /// <summary>Ten colours, for more series.</summary>
    public static IReadOnlyList<Color> Petroff10 { get; } =
        Parse("#3f90da", "#ffa90e", "#bd1f01", "#94a4a2", "#832db6", "#a96b59", "#e76300", "#b9ac70", "#717581", "#92dadd");

    private static Color[] Parse(params string[] colors) => [.. colors.Select(Color.Parse)];
}
