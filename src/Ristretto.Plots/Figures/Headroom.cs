namespace Ristretto.Plots.Figures;

/// <summary>Chooses the end of a vertical axis and the side of the legend, so that the legend covers no contents.</summary>
public static class Headroom
{
    private const double Free = 0.06;

    /// <summary>One piece of contents: a horizontal range with its highest point.</summary>
    /// <param name="From">Left end as a share of the frame's width.</param>
    /// <param name="To">Right end as a share of the frame's width.</param>
    /// <param name="Top">The highest value there.</param>
    public readonly record struct Piece(double From, double To, double Top);

    /// <summary>The smallest end of the axis that leaves the legend free, and whether the legend is then at the left.</summary>
    /// <param name="pieces">The contents.</param>
    /// <param name="minimum">The start of the axis; positive when <paramref name="logarithmic"/>.</param>
    /// <param name="logarithmic">Whether the axis is logarithmic.</param>
    /// <param name="legendWidth">The legend's width with its margins, as a share of the frame.</param>
    /// <param name="legendHeight">The legend's height with its margins, as a share of the frame.</param>
    public static (double Maximum, bool Left) Fit(IReadOnlyList<Piece> pieces, double minimum, bool logarithmic, double legendWidth, double legendHeight)
    {
        var start = Scale(minimum);
        double Above(Func<Piece, bool> where) =>
            pieces.Where(where).Select(piece => Scale(piece.Top)).Where(double.IsFinite).DefaultIfEmpty(start).Max() - start;

        var room = 1 - Math.Min(legendHeight, 0.75);
        var all = Above(_ => true) / (1 - Free);
        var right = Math.Max(all, Above(piece => piece.To > 1 - legendWidth) / room);
        var left = Math.Max(all, Above(piece => piece.From < legendWidth) / room);
        var isLeft = left < 0.98 * right;             // the usual place unless the other is clearly better
        var height = isLeft ? left : right;
        if (!(height > 0)) height = logarithmic ? 1 : 1 - minimum;
        return (logarithmic ? Math.Pow(10, start + height) : minimum + height, isLeft);

        double Scale(double value) => logarithmic ? Math.Log10(value) : value;
    }
}
