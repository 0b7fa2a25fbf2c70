using Ristretto.Plots.Drawing;
using Ristretto.Plots.Figures;
using Ristretto.Plots.Styles;
using Ristretto.Plots.Typesetting;

namespace Ristretto.Plots.Painting;

/// <summary>Paints a whole figure on a canvas.</summary>
public static class FigurePainter
{
    private static readonly Color s_hint = new(110, 110, 110);

    /// <summary>Paints a figure; the canvas must have the size of its style.</summary>
    public static void Paint(FigureModel figure, ICanvas canvas)
    {
        var layout = FigureLayout.Of(figure);
        var style = figure.Style;
        canvas.Draw(Outline.Rectangle(new(0, 0, style.Width, style.Height)), Color.White);
        for (var i = 0; i < figure.Panels.Count; i++)
            PaintPanel(canvas, figure, layout, i);

        PaintHeading(canvas, figure.Heading, style, layout.Frames[0]);
        LegendPainter.Paint(canvas, figure.Legend, style, layout.Frames[0]);
        PaintTitles(canvas, figure, layout);
        if (layout.ColorBar is { } bar) PaintColorScale(canvas, figure, bar);
        PaintHint(canvas, figure.Hint, style, layout);
    }

    private static void PaintPanel(ICanvas canvas, FigureModel figure, FigureLayout layout, int index)
    {
        var (panel, frame, last) = (figure.Panels[index], layout.Frames[index], figure.Panels.Count - 1);
        var marks = new MarkPainter(canvas, panel, frame, figure.Style);
        foreach (var mark in panel.Marks) marks.Paint(mark);
        var axes = new AxisPainter(canvas, figure.Style, frame);
        axes.PaintHorizontalTicks(panel.X, labels: index == last);
        axes.PaintVerticalTicks(panel.Y, skipTop: index > 0, skipBottom: index < last);
        axes.PaintFrame();
    }

    private static void PaintHeading(ICanvas canvas, Heading heading, PlotStyle style, Box frame)
    {
        var baseline = frame.Y - 12;
        var label = TextLine.Set(heading.Label, 1.25 * style.FontSize, FontFace.Bold);
        var supplement = TextLine.Set(heading.Supplement, 0.95 * style.FontSize, FontFace.Italic);
        var gap = heading.Supplement.Length > 0 ? 0.3 * style.FontSize : 0;
        canvas.Write(label, new(frame.X, baseline), TextAnchor.Start, Color.Black);
        canvas.Write(supplement, new(frame.X + label.Width + gap, baseline), TextAnchor.Start, Color.Black);

        if (heading.Right.Length == 0) return;
        var room = frame.Width - label.Width - gap - supplement.Width - style.FontSize;
        var size = 0.85 * style.FontSize;
        var right = TextLine.Set(heading.Right, size);
        if (right.Width > room) right = TextLine.Set(heading.Right, Math.Max(size * room / right.Width, 0.4 * size));
        canvas.Write(right, new(frame.Right, baseline), TextAnchor.End, Color.Black);
    }

    private static void PaintTitles(ICanvas canvas, FigureModel figure, FigureLayout layout)
    {
        var style = figure.Style;
        var bottom = layout.Frames[^1];
        canvas.Write(Fitting(figure.Panels[^1].X.Label, style.FontSize, bottom.Width), new(bottom.Right, style.Height - 18), TextAnchor.End, Color.Black);
        for (var i = 0; i < layout.Frames.Length; i++)
        {
            var (frame, label) = (layout.Frames[i], figure.Panels[i].Y.Label);
            var x = layout.Frames[0].X - style.Left + 32;
            if (i == 0) canvas.Write(Fitting(label, style.FontSize, frame.Height), new(x, frame.Y), TextAnchor.End, Color.Black, -90);
            else canvas.Write(Fitting(label, 0.85 * style.FontSize, frame.Height - 8), new(x, frame.Y + frame.Height / 2), TextAnchor.Middle, Color.Black, -90);
        }
    }

    private static TextLine Fitting(string label, double size, double room)
    {
        var text = TextLine.Set(label, size);
        return text.Width > room ? TextLine.Set(label, size * room / text.Width) : text;
    }

    private static void PaintColorScale(ICanvas canvas, FigureModel figure, Box bar)
    {
        var cells = figure.Panels[0].Marks.OfType<CellMark>().First();
        CellPainter.PaintScale(canvas, cells, bar);
        var axes = new AxisPainter(canvas, figure.Style, bar);
        axes.PaintVerticalTicks(cells.Scale, right: true);
        axes.PaintFrame();
        canvas.Write(Fitting(cells.Scale.Label, figure.Style.FontSize, bar.Height), new(figure.Style.Width - 14, bar.Y), TextAnchor.End, Color.Black, -90);
    }

    private static void PaintHint(ICanvas canvas, string hint, PlotStyle style, FigureLayout layout)
    {
        if (hint.Length == 0) return;
        var (top, bottom) = (layout.Frames[0], layout.Frames[^1]);
        var text = Fitting(hint, style.HintFontSize, bottom.Bottom - top.Y);
        if (layout.ColorBar is null) canvas.Write(text, new(top.Right + 0.5 * style.HintFontSize + 12, bottom.Bottom), TextAnchor.Start, s_hint, -90);
        else canvas.Write(text, new(4, style.Height - 8), TextAnchor.Start, s_hint);
    }
}
