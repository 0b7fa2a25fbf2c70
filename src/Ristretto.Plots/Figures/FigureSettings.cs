using Ristretto.Plots.Styles;

namespace Ristretto.Plots.Figures;

/// <summary>The settings that every kind of figure shares; each returns the figure it was given.</summary>
public static class FigureSettings
{
    /// <summary>Puts another label at the top left, such as an experiment's name, with an optional slanted supplement.</summary>
    public static T Label<T>(this T figure, string label, string supplement = "") where T : Figure => figure.With(options => options with { Label = label, Supplement = supplement });

    /// <summary>Writes luminosity and energy at the top right: <c>Luminosity(59.8, "pb", 13)</c> is <c>59.8 pb⁻¹ (13 TeV)</c>.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="luminosity">Integrated luminosity in inverse <paramref name="unit"/>.</param>
    /// <param name="unit">The unit of area, e.g. <c>pb</c> or <c>fb</c>.</param>
    /// <param name="energyTeV">Energy in the centre of mass, TeV.</param>
    public static T Luminosity<T>(this T figure, double luminosity, string unit = "fb", double energyTeV = 13) where T : Figure =>
        figure.Right(FigureOptions.LuminosityText(luminosity, unit, energyTeV));

    /// <summary>Writes a text at the top right.</summary>
    public static T Right<T>(this T figure, string text) where T : Figure => figure.With(options => options with { Right = text });

    /// <summary>Replaces the title of the horizontal axis.</summary>
    public static T XLabel<T>(this T figure, string label) where T : Figure => figure.With(options => options with { XLabel = label });

    /// <summary>Replaces the title of the vertical axis.</summary>
    public static T YLabel<T>(this T figure, string label) where T : Figure => figure.With(options => options with { YLabel = label });

    /// <summary>Draws contents on a logarithmic axis (of a map: logarithmic colours).</summary>
    public static T Log<T>(this T figure) where T : Figure => figure.With(options => options with { Logarithmic = true });

    /// <summary>Divides contents by the bin widths.</summary>
    public static T Density<T>(this T figure) where T : Figure => figure.With(options => options with { Density = true });

    /// <summary>Says what happens to contents outside the axis.</summary>
    public static T Flow<T>(this T figure, FlowDisplay display) where T : Figure => figure.With(options => options with { Flow = display });

    /// <summary>Adds a short line under the legend, such as the category that is shown.</summary>
    public static T Remark<T>(this T figure, string text) where T : Figure => figure.With(options => options with { Remarks = [.. options.Remarks, text] });

    /// <summary>Uses another look.</summary>
    public static T Style<T>(this T figure, PlotStyle style) where T : Figure => figure.With(options => options with { Style = style });

    private static T With<T>(this T figure, Func<FigureOptions, FigureOptions> change) where T : Figure
    {
        figure.Options = change(figure.Options);
        return figure;
    }
}
