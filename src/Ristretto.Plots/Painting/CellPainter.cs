using Ristretto.Plots.Drawing;
using Ristretto.Plots.Figures;

namespace Ristretto.Plots.Painting;

/// <summary>Paints two-dimensional contents: one outline for each of 64 colours, neighbours of one colour joined.</summary>
internal static class CellPainter
{
    private const int Levels = 64;

    internal static void Paint(ICanvas canvas, CellMark cells, Box frame, Func<double, double> toX, Func<double, double> toY)
    {
        var (map, outlines) = (cells.Map, new Outline?[Levels]);
        for (var y = 0; y < map.Y.Count; y++)
        {
            for (var x = 0; x < map.X.Count;)
            {
                var level = Level(cells, map[x, y]);
                var end = x + 1;
                while (end < map.X.Count && Level(cells, map[end, y]) == level) end++;
                if (level >= 0)
                {
                    var (left, top) = (toX(map.X.Edges[x]), toY(map.Y.Edges[y + 1]));
                    (outlines[level] ??= new()).AddRectangle(new(left, top, toX(map.X.Edges[end]) - left, toY(map.Y.Edges[y]) - top));
                }

                x = end;
            }
        }

        for (var level = 0; level < Levels; level++)
            if (outlines[level] is { } outline) canvas.Draw(outline, ColorOf(cells, level), new(ColorOf(cells, level), 0.3));
    }

    /// <summary>Paints the scale of the colours into a box, low values at the bottom.</summary>
    internal static void PaintScale(ICanvas canvas, CellMark cells, Box box)
    {
        var step = box.Height / Levels;
        for (var level = 0; level < Levels; level++)
        {
            var overlap = level == Levels - 1 ? 0 : 0.5;
            canvas.Draw(Outline.Rectangle(new(box.X, box.Bottom - (level + 1) * step - overlap, box.Width, step + overlap)), ColorOf(cells, level));
        }
    }

    private static int Level(CellMark cells, double value) =>
        value == 0 || !double.IsFinite(value) || (cells.Scale.IsLogarithmic && value <= 0) ? -1 : Math.Min(Levels - 1, (int)(cells.Scale.Place(value) * Levels));

    private static Color ColorOf(CellMark cells, int level) => cells.Gradient.At(level / (Levels - 1.0));
}
