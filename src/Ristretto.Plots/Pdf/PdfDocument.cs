using System.Globalization;
using System.IO.Compression;
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
        var file = new PdfFile();
        file.Add("<< /Type /Catalog /Pages 2 0 R >>");
        file.Add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        file.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {SvgNumber.Write(width)} {SvgNumber.Write(height)}] /Contents 4 0 R /Resources << /Font << {fonts}>> /ExtGState << {states}>> >> >>");
        file.AddStream(Encoding.ASCII.GetBytes(canvas.Content));
        file.Add($"<< /Title {Text(figure.Name)} /Creator (Ristretto) >>");
        return file.Finish(root: 1, info: 5);
    }

    // Text strings outside pages are UTF-16 with a byte order mark, written in hexadecimal.
    private static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private sealed class PdfFile
    {
        private readonly MemoryStream _bytes = new();
        private readonly List<long> _offsets = [];

        internal PdfFile()
        {
            Write("%PDF-1.4\n%");
            _bytes.Write([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);      // says that the file is binary
        }

        internal void Add(string content)
        {
            Begin();
            Write(content + "\nendobj\n");
        }

        internal void AddStream(byte[] content)
        {
            using var packed = new MemoryStream();
            using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) zlib.Write(content);
            Begin();
            Write(string.Create(CultureInfo.InvariantCulture, $"<< /Length {packed.Length} /Filter /FlateDecode >>\nstream\n"));
            packed.WriteTo(_bytes);
            Write("\nendstream\nendobj\n");
        }

        internal byte[] Finish(int root, int info)
        {
            var table = _bytes.Position;
            Write(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {_offsets.Count + 1}\n0000000000 65535 f \n"));
            foreach (var offset in _offsets) Write(offset.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n");
            Write(string.Create(CultureInfo.InvariantCulture, $"trailer\n<< /Size {_offsets.Count + 1} /Root {root} 0 R /Info {info} 0 R >>\nstartxref\n{table}\n%%EOF\n"));
            return _bytes.ToArray();
        }

        private void Begin()
        {
            _offsets.Add(_bytes.Position);
            Write(string.Create(CultureInfo.InvariantCulture, $"{_offsets.Count} 0 obj\n"));
        }

        private void Write(string text) => _bytes.Write(Encoding.ASCII.GetBytes(text));
    }
}
