using Ristretto.Plots.Styles;

namespace Ristretto.Plots.Figures;

/// <summary>What a figure shows, before it is drawn: every number is here, no position on paper yet.</summary>
/// <param name="Name">The figure's name; also the stem of file names.</param>
/// <param name="Kind"><c>stack</c>, <c>shapes</c> or <c>map</c>.</param>
/// <param name="Heading">What stands above the frame.</param>
/// <param name="Panels">The panels from top to bottom, sharing the x axis.</param>
/// <param name="Legend">The legend of the first panel.</param>
/// <param name="Hint">A remark beside the frame (contents outside it), or empty.</param>
/// <param name="Style">Sizes and colours.</param>
public sealed record FigureModel(string Name, string Kind, Heading Heading, IReadOnlyList<Panel> Panels, Legend Legend, string Hint, PlotStyle Style);

/// <summary>The line above the frame.</summary>
/// <param name="Label">Bold, left.</param>
/// <param name="Supplement">Slanted, after the label.</param>
/// <param name="Right">Right: luminosity and energy.</param>
public sealed record Heading(string Label, string Supplement, string Right);

/// <summary>One frame with axes and contents.</summary>
/// <param name="Name"><c>main</c>, <c>ratio</c> or <c>colors</c>.</param>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
/// <param name="Marks">The contents in drawing order.</param>
public sealed record Panel(string Name, AxisModel X, AxisModel Y, IReadOnlyList<Mark> Marks);

/// <summary>The range and title of one axis.</summary>
/// <param name="Label">The title, in the subset of TeX.</param>
/// <param name="Minimum">The value at its start.</param>
/// <param name="Maximum">The value at its end.</param>
/// <param name="IsLogarithmic">Whether equal ratios have equal lengths.</param>
/// <param name="BinLabels">Names of unit-wide bins that replace numbers at ticks, or <see langword="null"/>.</param>
public sealed record AxisModel(string Label, double Minimum, double Maximum, bool IsLogarithmic = false, IReadOnlyList<string>? BinLabels = null)
{
    /// <summary>The place of a value between 0 (start) and 1 (end); values outside, and on a logarithmic axis those that are not positive, go to the nearest end.</summary>
    public double Place(double value)
    {
        if (!IsLogarithmic) return Math.Clamp((value - Minimum) / (Maximum - Minimum), 0, 1);
        return value <= Minimum ? 0 : Math.Min(1, Math.Log(value / Minimum) / Math.Log(Maximum / Minimum));
    }

    /// <summary>Whether a value lies on the axis, ends included.</summary>
    public bool Contains(double value) => value >= Minimum && value <= Maximum;
}
