using Ristretto.Plots.Drawing;

namespace Ristretto.Plots.Figures;

/// <summary>The legend of a figure.</summary>
/// <param name="Entries">From top to bottom.</param>
/// <param name="Remarks">Short lines under the entries.</param>
/// <param name="Left">Whether it stands at the left of the frame instead of the right.</param>
public sealed record Legend(IReadOnlyList<LegendEntry> Entries, IReadOnlyList<string> Remarks, bool Left = false)
{
    /// <summary>A legend without entries.</summary>
    public static Legend None { get; } = new([], []);
}

/// <summary>One line of a legend.</summary>
/// <param name="Swatch">What the sample looks like.</param>
/// <param name="Label">The name, in the subset of TeX.</param>
/// <param name="Yield">The number at the right, or empty.</param>
/// <param name="Color">The sample's colour.</param>
/// <param name="Dash">The sample's dashes.</param>
public sealed record LegendEntry(Swatch Swatch, string Label, string Yield, Color Color, DashPattern? Dash = null);

/// <summary>The sample in front of a legend entry.</summary>
public enum Swatch
{
    /// <summary>A filled box.</summary>
    Area,

    /// <summary>A line.</summary>
    Line,

    /// <summary>A point with its error bar.</summary>
    Points,
}
