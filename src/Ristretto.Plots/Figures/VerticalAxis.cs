using Ristretto.Plots.Painting;

namespace Ristretto.Plots.Figures;

/// <summary>The range of a vertical axis of contents: from zero (or the smallest content) to where the legend is free.</summary>
internal static class VerticalAxis
{
    private const double DecadesAtMost = 9;

    /// <param name="marks">The contents.</param>
    /// <param name="title">The derived title.</param>
    /// <param name="options">The figure's options.</param>
    /// <param name="legend">The legend.</param>
    /// <param name="x">The horizontal axis.</param>
    /// <param name="share">The panel's share of the height between top and bottom margin.</param>
    internal static (AxisModel Axis, bool LegendLeft) Fit(IReadOnlyList<Mark> marks, string title, FigureOptions options, Legend legend, AxisModel x, double share)
    {
        var pieces = marks.SelectMany(mark => Pieces(mark, x)).Where(piece => double.IsFinite(piece.Top)).ToArray();
        var minimum = options.Logarithmic ? LogarithmicStart(marks) : Math.Min(0, 1.15 * marks.SelectMany(Values).Where(double.IsFinite).DefaultIfEmpty(0).Min());
        var style = options.Style;
        var size = LegendLayout.Of(legend, style);
        var frameWidth = style.Width - style.Left - style.Right;
        var frameHeight = (style.Height - style.Top - style.Bottom) * share;
        var (maximum, left) = Headroom.Fit(pieces, minimum, options.Logarithmic, (size.Width + 2 * LegendLayout.Inset) / frameWidth, (size.Height + 1.6 * LegendLayout.Inset) / frameHeight);
        return (new(options.YLabel ?? title, minimum, maximum, options.Logarithmic), left);
    }

    private static double LogarithmicStart(IReadOnlyList<Mark> marks)
    {
        var positive = marks.Where(mark => mark.Role != "uncertainty").SelectMany(Values).Where(value => value > 0 && double.IsFinite(value)).ToArray();
        if (positive.Length == 0) return 0.1;
        return Math.Max(0.4 * positive.Min(), positive.Max() / Math.Pow(10, DecadesAtMost));
    }

    private static IEnumerable<double> Values(Mark mark) => mark switch
    {
        AreaMark area => area.Upper,
        StepMark step => step.Values,
        PointMark points => points.Values,
        _ => [],
    };

    private static IEnumerable<Headroom.Piece> Pieces(Mark mark, AxisModel x)
    {
        var (edges, tops) = mark switch
        {
            AreaMark area => (area.Edges, area.Upper),
            StepMark step => (step.Edges, step.Values),
            PointMark points => (points.Edges, points.High),
            _ => ([], []),
        };
        return tops.Select((top, bin) => new Headroom.Piece(x.Place(edges[bin]), x.Place(edges[bin + 1]), top));
    }
}
