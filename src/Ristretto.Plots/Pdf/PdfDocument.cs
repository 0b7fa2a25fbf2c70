using System.Text;
using Ristretto.Plots.Figures;
using Ristretto.Plots.Painting;
using Ristretto.Plots.Svg;

namespace Ristretto.Plots.Pdf;

/// <summary>A figure as a PDF 1.4 document of one page (ISO 32000-1), without dates and identifiers: the same bytes every time.</summary>
public static class PdfDocument
{
    /// <summary>The document.</summary>
    public static byte[] Render(FigureModel figure)
    {
        var (width, height) = (figure.Style.Width, figure.Style.Height);
        var canvas = new PdfCanvas(height);
        FigurePainter.Paint(figure, canvas);

        var fonts = string.Concat(PdfText.Fonts.Select(font => $"/{font.Name} << /Type /Font /Subtype /Type1 /BaseFont /{font.PostScript}{(font.PostScript == "Symbol" ? "" : " /Encoding /WinAnsiEncoding")} >> "));
        var states = string.Concat(canvas.Opacities.Select(opacity => $"/{PdfCanvas.StateName(opacity)} << /ca {SvgNumber.FromHundredths(opacity)} /CA {SvgNumber.FromHundredths(opacity)} >> "));
        using var file = new PdfFile();
        file.Add("<< /Type /Catalog /Pages 2 0 R >>");
        file.Add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        file.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {SvgNumber.Write(width)} {SvgNumber.Write(height)}] /Contents 4 0 R /Resources << /Font << {fonts}>> /ExtGState << {states}>> >> >>");
        file.AddStream(Encoding.ASCII.GetBytes(canvas.Content));
        file.Add($"<< /Title {Text(figure.Name)} /Creator (Ristretto) >>");
        return file.Finish(root: 1, info: 5);
    }

    // Text strings outside pages are UTF-16 with a byte order mark, written in hexadecimal.
    private static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";
}
