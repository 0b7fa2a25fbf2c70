using Ristretto.Plots.Pdf;
using Ristretto.Plots.Svg;

namespace Ristretto.Plots.Figures;

/// <summary>A plot being described. <see cref="Compose"/> turns the description into numbers and ranges, the <c>To…</c> methods draw those.</summary>
/// <remarks>The same description always gives the same bytes. Not thread-safe.</remarks>
public abstract class Figure
{
    private protected Figure(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>The figure's name; also the stem of its files in a report.</summary>
    public string Name { get; }

    /// <summary>What all kinds of figures can be told; set through <see cref="FigureSettings"/>.</summary>
    public FigureOptions Options { get; internal set; } = new();

    /// <summary>A figure of stacked simulation, signals and data.</summary>
    public static StackFigure Stack(string name) => new(name);

    /// <summary>A figure of several histograms drawn over each other.</summary>
    public static ShapeFigure Shapes(string name) => new(name);

    /// <summary>A figure of a two-dimensional histogram.</summary>
    public static MapFigure Map(string name) => new(name);

    /// <summary>Works out what will be drawn.</summary>
    /// <exception cref="InvalidOperationException">There is nothing to draw.</exception>
    public abstract FigureModel Compose();

    /// <summary>The figure as an SVG document.</summary>
    public string ToSvg() => SvgDocument.Render(Compose());

    /// <summary>The figure as a PDF document of one page.</summary>
    public byte[] ToPdf() => PdfDocument.Render(Compose());

    /// <summary>The numbers that are drawn, as JSON.</summary>
    public string ToJson() => FigureNumbers.Write(Compose());

    /// <summary>Writes the figure to one or more files; the extension decides: <c>.svg</c>, <c>.pdf</c>, or <c>.json</c> for the numbers.</summary>
    /// <exception cref="ArgumentException">An extension is none of these.</exception>
    /// <exception cref="Bytes.Errors.OutputException">A file cannot be written; nothing half-written is left under its name.</exception>
    public void Save(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths) FigureFile.RequireKnownExtension(path);
        foreach (var path in paths) FigureFile.Write(this, path);
    }
}
