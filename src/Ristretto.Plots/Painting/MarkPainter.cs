using Ristretto.Plots.Drawing;
using Ristretto.Plots.Figures;
using Ristretto.Plots.Styles;

namespace Ristretto.Plots.Painting;

/// <summary>Paints the contents of a panel. Nothing leaves the frame, so no clipping is needed.</summary>
internal sealed class MarkPainter(ICanvas canvas, Panel panel, Box frame, PlotStyle style)
{
    internal const double ErrorBarWidth = 1.6;
    private const double ArrowSize = 7;

    internal void Paint(Mark mark)
    {
        switch (mark)
        {
            case AreaMark area:
                canvas.Draw(Area(area), area.Color);
                break;
            case StepMark step:
                canvas.Draw(Steps(step), null, step.Stroke);
                break;
            case PointMark points:
                Paint(points);
                break;
            case RuleMark rule when panel.Y.Contains(rule.Value):
                canvas.Draw(Outline.Line(new(frame.X, Y(rule.Value)), new(frame.Right, Y(rule.Value))), null, rule.Stroke);
                break;
            case CellMark cells:
                CellPainter.Paint(canvas, cells, frame, X, Y);
                break;
        }
    }

    private double X(double value) => frame.X + frame.Width * panel.X.Place(value);

    private double Y(double value) => frame.Bottom - frame.Height * panel.Y.Place(value);

    private Outline Area(AreaMark area)
    {
        var outline = new Outline();
        foreach (var (from, to) in Filled(area.Upper))
        {
            var points = StepPoints(area.Edges, area.Upper, from, to);
            if (area.Lower is { } lower)
            {
                var back = StepPoints(area.Edges, lower, from, to);
                back.Reverse();
                points.AddRange(back);
            }
            else
            {
                points.Add(new(X(area.Edges[to]), frame.Bottom));
                points.Add(new(X(area.Edges[from]), frame.Bottom));
            }

            outline.AddPolygon(points);
        }

        return outline;
    }

    private Outline Steps(StepMark step)
    {
        var outline = new Outline();
        var ground = Y(panel.Y.IsLogarithmic ? panel.Y.Minimum : 0);
        foreach (var (from, to) in Filled(step.Values))
        {
            var points = StepPoints(step.Edges, step.Values, from, to);
            points.Insert(0, new(points[0].X, ground));
            points.Add(new(points[^1].X, ground));
            outline.AddLine(points);
        }

        return outline;
    }

    // The outline of bins [from, to): two points for each run of equal heights.
    private List<Point> StepPoints(IReadOnlyList<double> edges, IReadOnlyList<double> values, int from, int to)
    {
        var points = new List<Point>();
        for (var bin = from; bin < to; bin++)
        {
            var y = Y(values[bin]);
            if (points.Count > 0 && points[^1].Y == y) points.RemoveAt(points.Count - 1);
            else points.Add(new(X(edges[bin]), y));
            points.Add(new(X(edges[bin + 1]), y));
        }

        return points;
    }

    private static IEnumerable<(int From, int To)> Filled(IReadOnlyList<double> values)
    {
        for (var from = 0; from < values.Count; from++)
        {
            if (double.IsNaN(values[from])) continue;
            var to = from + 1;
            while (to < values.Count && !double.IsNaN(values[to])) to++;
            yield return (from, to);
            from = to;
        }
    }

    private void Paint(PointMark points)
    {
        var bars = new Outline();
        var arrows = new Outline();
        var dots = new List<Point>();
        for (var bin = 0; bin < points.Values.Count; bin++)
        {
            var (value, low, high) = (points.Values[bin], points.Low[bin], points.High[bin]);
            if (double.IsNaN(value)) continue;
            var centre = new Point(X((points.Edges[bin] + points.Edges[bin + 1]) / 2), Y(value));
            var visible = panel.Y.Contains(value);
            if (Y(low) - Y(high) > 0.01) bars.AddLine(new Point(centre.X, Y(low)), new Point(centre.X, Y(high)));
            if (visible)
            {
                dots.Add(centre);
                if (points.ShowWidths) bars.AddLine(new Point(X(points.Edges[bin]), centre.Y), new Point(X(points.Edges[bin + 1]), centre.Y));
            }
            else if (value > panel.Y.Maximum)
            {
                arrows.AddPolygon(new Point(centre.X - ArrowSize / 2, frame.Y + ArrowSize + 2), new Point(centre.X + ArrowSize / 2, frame.Y + ArrowSize + 2), new Point(centre.X, frame.Y + 2));
            }
            else if (!panel.Y.IsLogarithmic)
            {
                arrows.AddPolygon(new Point(centre.X - ArrowSize / 2, frame.Bottom - ArrowSize - 2), new Point(centre.X + ArrowSize / 2, frame.Bottom - ArrowSize - 2), new Point(centre.X, frame.Bottom - 2));
            }
        }

        canvas.Draw(bars, null, new(points.Color, ErrorBarWidth));
        canvas.Draw(arrows, points.Color);
        var spacing = frame.Width / points.Values.Count;
        canvas.Dots(dots, Math.Clamp(0.42 * spacing, 2, style.PointRadius), points.Color);
    }
}
