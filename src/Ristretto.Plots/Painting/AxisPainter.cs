using Ristretto.Plots.Drawing;
using Ristretto.Plots.Figures;
using Ristretto.Plots.Styles;
using Ristretto.Plots.Typesetting;

namespace Ristretto.Plots.Painting;

/// <summary>Paints frames, ticks on all four sides, and the numbers at them.</summary>
internal sealed class AxisPainter(ICanvas canvas, PlotStyle style, Box frame)
{
    internal const double LabelGap = 9;
    private const double SlantedLabel = -35;

    internal static Ticks Horizontal(AxisModel axis) => Ticks.Of(axis, atMost: 6);

    internal static Ticks Vertical(AxisModel axis, double height) => Ticks.Of(axis, Math.Clamp((int)(height / 42), 4, axis.IsLogarithmic ? 9 : 8));

    /// <summary>How much room the labels of a horizontal axis need below the frame; more than the usual when category names stand slanted.</summary>
    internal static double RoomBelow(AxisModel axis, PlotStyle style, double width)
    {
        var widest = axis.BinLabels is null ? 0 : WidestLabel(axis, style);
        return axis.BinLabels is { Count: var bins } && widest > 0.94 * width / bins ? style.Bottom - 8 + widest * Math.Sin(-SlantedLabel * Math.PI / 180) : style.Bottom;
    }

    internal void PaintFrame() => canvas.Draw(Outline.Rectangle(frame), null, new(Color.Black, style.FrameWidth));

    internal void PaintHorizontalTicks(AxisModel axis, bool labels)
    {
        var ticks = Horizontal(axis);
        double X(double value) => frame.X + frame.Width * axis.Place(value);
        var outline = new Outline();
        foreach (var (values, length) in new[] { (ticks.Major, style.MajorTick), (ticks.Minor, style.MinorTick) })
        {
            foreach (var value in values)
            {
                var x = X(value);
                if (axis.BinLabels is not null || x < frame.X + 0.5 || x > frame.Right - 0.5) continue;
                outline.AddLine(new Point(x, frame.Bottom), new Point(x, frame.Bottom - length)).AddLine(new Point(x, frame.Y), new Point(x, frame.Y + length));
            }
        }

        canvas.Draw(outline, null, new(Color.Black, 1.2));
        if (!labels) return;
        var slanted = RoomBelow(axis, style, frame.Width) > style.Bottom;
        for (var i = 0; i < ticks.Major.Count; i++)
        {
            var text = TextLine.Set(ticks.Labels[i], style.TickFontSize);
            var below = frame.Bottom + LabelGap + 0.74 * style.TickFontSize;
            if (slanted) canvas.Write(text, new(X(ticks.Major[i]) + 0.3 * style.TickFontSize, below - 0.1 * style.TickFontSize), TextAnchor.End, Color.Black, SlantedLabel);
            else canvas.Write(text, new(X(ticks.Major[i]), below), TextAnchor.Middle, Color.Black);
        }

        if (ticks.Exponent != 0) canvas.Write(Power(ticks.Exponent), new(frame.Right, frame.Bottom + style.Bottom - 8), TextAnchor.End, Color.Black);
    }

    /// <param name="axis">The axis.</param>
    /// <param name="right">Whether numbers stand at the right of the frame (a scale of colours) and ticks only there.</param>
    /// <param name="skipTop">Whether a number at the very top is left out, because a panel touches there.</param>
    /// <param name="skipBottom">Whether a number at the very bottom is left out.</param>
    internal void PaintVerticalTicks(AxisModel axis, bool right = false, bool skipTop = false, bool skipBottom = false)
    {
        var ticks = Vertical(axis, frame.Height);
        double Y(double value) => frame.Bottom - frame.Height * axis.Place(value);
        var scale = right ? 0.5 : 1;
        var outline = new Outline();
        foreach (var (values, length) in new[] { (ticks.Major, style.MajorTick * scale), (ticks.Minor, style.MinorTick * scale) })
        {
            foreach (var value in values)
            {
                var y = Y(value);
                if (axis.BinLabels is not null || y < frame.Y + 0.5 || y > frame.Bottom - 0.5) continue;
                outline.AddLine(new Point(frame.Right, y), new Point(frame.Right - length, y));
                if (!right) outline.AddLine(new Point(frame.X, y), new Point(frame.X + length, y));
            }
        }

        canvas.Draw(outline, null, new(Color.Black, 1.2));
        var half = 0.6 * style.TickFontSize;
        for (var i = 0; i < ticks.Major.Count; i++)
        {
            var y = Y(ticks.Major[i]);
            if ((skipTop && y < frame.Y + half) || (skipBottom && y > frame.Bottom - half)) continue;
            var text = TextLine.Set(ticks.Labels[i], style.TickFontSize);
            var at = new Point(right ? frame.Right + LabelGap : frame.X - LabelGap, y + 0.36 * style.TickFontSize);
            canvas.Write(text, at, right ? TextAnchor.Start : TextAnchor.End, Color.Black);
        }

        if (ticks.Exponent == 0) return;
        if (right) canvas.Write(Power(ticks.Exponent), new(frame.X, frame.Y - 12), TextAnchor.Start, Color.Black);
        else canvas.Write(Power(ticks.Exponent), new(frame.X - LabelGap, frame.Y - 12), TextAnchor.End, Color.Black);
    }

    /// <summary>The width of the widest number of a vertical axis.</summary>
    internal static double WidestNumber(AxisModel axis, double height, PlotStyle style) =>
        Vertical(axis, height).Labels.Select(label => TextLine.Set(label, style.TickFontSize).Width).DefaultIfEmpty(0).Max();

    private TextLine Power(int exponent) => TextLine.Set($"\u00D710^{{{exponent}}}", style.TickFontSize * 0.85);

    private static double WidestLabel(AxisModel axis, PlotStyle style) => Horizontal(axis).Labels.Select(label => TextLine.Set(label, style.TickFontSize).Width).DefaultIfEmpty(0).Max();
}
