namespace Ristretto.Plots.Drawing;

/// <summary>Straight lines between points, in one or more pieces.</summary>
public sealed class Outline
{
    private readonly List<Piece> _pieces = [];

    /// <summary>The pieces in drawing order.</summary>
    public IReadOnlyList<Piece> Pieces => _pieces;

    /// <summary>Whether there is nothing to draw.</summary>
    public bool IsEmpty => _pieces.Count == 0;

    /// <summary>A line through the points.</summary>
    public static Outline Line(params Point[] points) => new Outline().AddLine(points);

    /// <summary>The edge of a rectangle.</summary>
    public static Outline Rectangle(Box box) => new Outline().AddRectangle(box);

    /// <summary>Adds an open line; fewer than two points are ignored.</summary>
    public Outline AddLine(params IReadOnlyList<Point> points)
    {
        if (points.Count > 1) _pieces.Add(new(points, Closed: false));
        return this;
    }

    /// <summary>Adds a closed polygon; fewer than three points are ignored.</summary>
    public Outline AddPolygon(params IReadOnlyList<Point> points)
    {
        if (points.Count > 2) _pieces.Add(new(points, Closed: true));
        return this;
    }

    /// <summary>Adds a rectangle.</summary>
    public Outline AddRectangle(Box box) =>
        AddPolygon(new Point(box.X, box.Y), new Point(box.Right, box.Y), new Point(box.Right, box.Bottom), new Point(box.X, box.Bottom));

    /// <summary>Connected straight lines.</summary>
    /// <param name="Points">The corners.</param>
    /// <param name="Closed">Whether a last line leads back to the first corner.</param>
    public sealed record Piece(IReadOnlyList<Point> Points, bool Closed);
}
