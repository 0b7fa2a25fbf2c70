using System.Text;
using Ristretto.Plots.Figures;
using Ristretto.Plots.Painting;

namespace Ristretto.Plots.Svg;

/// <summary>A figure as one SVG document, the same bytes every time.</summary>
public static class SvgDocument
{
    private const string Fonts = "Helvetica,Arial,'Nimbus Sans','Liberation Sans',sans-serif";

    /// <summary>The document.</summary>
    public static string Render(FigureModel figure)
    {
        var svg = new StringBuilder();
        var (width, height) = (SvgNumber.Write(figure.Style.Width), SvgNumber.Write(figure.Style.Height));
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ").Append(width).Append(' ').Append(height)
            .Append("\" width=\"").Append(width).Append("\" height=\"").Append(height)
            .Append("\" font-family=\"").Append(Fonts).Append("\" role=\"img\" aria-label=\"");
        SvgText.Escape(svg, figure.Name);
        svg.Append("\">\n");
        FigurePainter.Paint(figure, new SvgCanvas(svg));
        return svg.Append("</svg>\n").ToString();
    }
}
