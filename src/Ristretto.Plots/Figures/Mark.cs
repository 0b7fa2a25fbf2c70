using Ristretto.Plots.Drawing;
using Ristretto.Plots.Series;
using Ristretto.Plots.Styles;

namespace Ristretto.Plots.Figures;

/// <summary>One drawn series. NaN is a gap.</summary>
/// <param name="Role">What it is in the figure: <c>background</c>, <c>signal</c>, <c>data</c>, <c>uncertainty</c>, <c>shape</c>, <c>map</c> …</param>
/// <param name="Label">Its name in the legend, or empty.</param>
public abstract record Mark(string Role, string Label);

/// <summary>A filled histogram, or a band between two histograms.</summary>
/// <param name="Role">See <see cref="Mark"/>.</param>
/// <param name="Label">See <see cref="Mark"/>.</param>
/// <param name="Edges">Bin edges, shape <c>[bins + 1]</c>.</param>
/// <param name="Lower">Lower outline, shape <c>[bins]</c>, or <see langword="null"/> for the start of the axis.</param>
/// <param name="Upper">Upper outline, shape <c>[bins]</c>.</param>
/// <param name="Color">The fill.</param>
/// <param name="Series">The numbers behind it where they differ from the outline (a layer of a stack), or <see langword="null"/>.</param>
public sealed record AreaMark(string Role, string Label, IReadOnlyList<double> Edges, IReadOnlyList<double>? Lower, IReadOnlyList<double> Upper, Color Color, BinnedSeries? Series = null)
    : Mark(Role, Label);

/// <summary>A histogram drawn as a line with steps.</summary>
/// <param name="Role">See <see cref="Mark"/>.</param>
/// <param name="Label">See <see cref="Mark"/>.</param>
/// <param name="Edges">Bin edges, shape <c>[bins + 1]</c>.</param>
/// <param name="Values">Heights, shape <c>[bins]</c>.</param>
/// <param name="Stroke">The line.</param>
/// <param name="Errors">Errors of the heights, kept for the written numbers; <see langword="null"/> when there are none.</param>
public sealed record StepMark(string Role, string Label, IReadOnlyList<double> Edges, IReadOnlyList<double> Values, Stroke Stroke, IReadOnlyList<double>? Errors = null) : Mark(Role, Label);

/// <summary>Points with error bars at bin centres.</summary>
/// <param name="Role">See <see cref="Mark"/>.</param>
/// <param name="Label">See <see cref="Mark"/>.</param>
/// <param name="Edges">Bin edges, shape <c>[bins + 1]</c>.</param>
/// <param name="Values">Heights, shape <c>[bins]</c>.</param>
/// <param name="Low">Lower ends of the error bars.</param>
/// <param name="High">Upper ends of the error bars.</param>
/// <param name="ShowWidths">Whether a horizontal bar shows the bin's width.</param>
/// <param name="Color">The colour.</param>
public sealed record PointMark(
    string Role, string Label, IReadOnlyList<double> Edges, IReadOnlyList<double> Values, IReadOnlyList<double> Low, IReadOnlyList<double> High, bool ShowWidths, Color Color) : Mark(Role, Label);

/// <summary>A horizontal line across the panel.</summary>
/// <param name="Role">See <see cref="Mark"/>.</param>
/// <param name="Value">Its height.</param>
/// <param name="Stroke">The line.</param>
public sealed record RuleMark(string Role, double Value, Stroke Stroke) : Mark(Role, "");

/// <summary>Two-dimensional contents as coloured cells; cells without content stay white.</summary>
/// <param name="Map">The contents.</param>
/// <param name="Scale">The axis of the colours.</param>
/// <param name="Gradient">The colours.</param>
public sealed record CellMark(BinnedMap Map, AxisModel Scale, Gradient Gradient) : Mark("map", "");
