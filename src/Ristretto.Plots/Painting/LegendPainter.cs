using Ristretto.Plots.Drawing;
using Ristretto.Plots.Figures;
using Ristretto.Plots.Styles;

namespace Ristretto.Plots.Painting;

/// <summary>Paints a legend into a corner of the main frame.</summary>
internal static class LegendPainter
{
    internal static void Paint(ICanvas canvas, Legend legend, PlotStyle style, Box frame)
    {
        var layout = LegendLayout.Of(legend, style);
        var left = legend.Left ? frame.X + LegendLayout.Inset : frame.Right - LegendLayout.Inset - layout.Width;
        var baseline = frame.Y + LegendLayout.Inset + 0.9 * layout.FontSize;
        foreach (var (entry, label, yield) in layout.Rows)
        {
            var height = 0.72 * layout.FontSize;
            PaintSwatch(canvas, entry, new(left, baseline - height, layout.SwatchWidth, height), style);
            canvas.Write(label, new(left + layout.LabelOffset, baseline), TextAnchor.Start, Color.Black);
            if (entry.Yield.Length > 0) canvas.Write(yield, new(left + layout.Width, baseline), TextAnchor.End, Color.Black);
            baseline += layout.RowHeight;
        }

        foreach (var remark in layout.Remarks)
        {
            canvas.Write(remark, legend.Left ? new(left, baseline) : new(left + layout.Width, baseline), legend.Left ? TextAnchor.Start : TextAnchor.End, new(70, 70, 70));
            baseline += layout.RemarkHeight;
        }
    }

    private static void PaintSwatch(ICanvas canvas, LegendEntry entry, Box box, PlotStyle style)
    {
        var middle = new Point(box.X + box.Width / 2, box.Y + box.Height / 2);
        switch (entry.Swatch)
        {
            case Swatch.Area:
                canvas.Draw(Outline.Rectangle(box), entry.Color);
                break;
            case Swatch.Line:
                canvas.Draw(Outline.Line(new(box.X, middle.Y), new(box.Right, middle.Y)), null, new(entry.Color, style.LineWidth, entry.Dash));
                break;
            case Swatch.Points:
                canvas.Draw(Outline.Line(new(middle.X, box.Y - 1), new(middle.X, box.Bottom + 1)), null, new(entry.Color, MarkPainter.ErrorBarWidth));
                canvas.Dots([middle], style.PointRadius, entry.Color);
                break;
        }
    }
}
