using Ristretto.Plots.Drawing;
using Ristretto.Plots.Figures;

namespace Ristretto.Plots.Painting;

/// <summary>Where the frames of a figure are.</summary>
internal sealed class FigureLayout
{
    private const double ColorBarGap = 16;
    private const double ColorBarWidth = 26;
    private const double TitleRoom = 50;

    private FigureLayout(Box[] frames, Box? colorBar) => (Frames, ColorBar) = (frames, colorBar);

    /// <summary>One frame for each panel.</summary>
    internal Box[] Frames { get; }

    /// <summary>The scale of colours of a map.</summary>
    internal Box? ColorBar { get; }

    internal static FigureLayout Of(FigureModel figure)
    {
        var style = figure.Style;
        var cells = figure.Panels[0].Marks.OfType<CellMark>().FirstOrDefault();
        var estimate = style.Width - style.Left - style.Right;
        var bottom = Math.Min(AxisPainter.RoomBelow(figure.Panels[^1].X, style, estimate), style.Height / 2);
        var height = style.Height - style.Top - bottom;
        var left = Math.Max(style.Left, figure.Panels.Max(panel => AxisPainter.WidestNumber(panel.Y, height, style)) + AxisPainter.LabelGap + TitleRoom);
        var right = style.Right;
        if (cells is not null) right = ColorBarGap + ColorBarWidth + AxisPainter.LabelGap + AxisPainter.WidestNumber(cells.Scale, height, style) + TitleRoom - 4;
        var width = style.Width - left - right;

        var frames = new Box[figure.Panels.Count];
        var top = style.Top;
        for (var i = 0; i < frames.Length; i++)
        {
            var share = frames.Length == 1 ? 1 : i == 0 ? 1 - style.RatioShare * (frames.Length - 1) : style.RatioShare;
            frames[i] = new(left, top, width, height * share);
            top += height * share;
        }

        return new(frames, cells is null ? null : new Box(left + width + ColorBarGap, style.Top, ColorBarWidth, height));
    }
}
