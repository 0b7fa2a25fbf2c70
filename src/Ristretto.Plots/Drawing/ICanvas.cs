using Ristretto.Plots.Typesetting;

namespace Ristretto.Plots.Drawing;

/// <summary>What every back-end can draw. Positions and sizes are points; later drawings cover earlier ones.</summary>
public interface ICanvas
{
    /// <summary>Fills and then strokes an outline.</summary>
    /// <param name="outline">The lines; nothing happens when it is empty.</param>
    /// <param name="fill">The colour inside, or <see langword="null"/> for none.</param>
    /// <param name="stroke">The line, or <see langword="null"/> for none.</param>
    void Draw(Outline outline, Color? fill = null, Stroke? stroke = null);

    /// <summary>Draws filled circles.</summary>
    void Dots(IReadOnlyList<Point> centres, double radius, Color color);

    /// <summary>Writes one line of text.</summary>
    /// <param name="text">The measured text.</param>
    /// <param name="at">Where the anchor of the text's baseline is.</param>
    /// <param name="anchor">Which part of the baseline is at <paramref name="at"/>.</param>
    /// <param name="color">The colour.</param>
    /// <param name="rotation">Turn around <paramref name="at"/> in degrees, clockwise.</param>
    void Write(TextLine text, Point at, TextAnchor anchor, Color color, double rotation = 0);
}
