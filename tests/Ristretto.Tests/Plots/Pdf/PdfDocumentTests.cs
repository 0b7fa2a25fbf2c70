using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Ristretto.Tests.Plots.Figures;

namespace Ristretto.Tests.Plots.Pdf;

public sealed partial class PdfDocumentTests
{
    [Fact]
    public void Render_EveryKind_HasATableThatPointsAtItsObjects()
    {
        foreach (var figure in Sample.All())
        {
            var text = Encoding.Latin1.GetString(figure.ToPdf());
            var start = int.Parse(StartOfTable().Match(text).Groups[1].Value, CultureInfo.InvariantCulture);
            Assert.StartsWith("xref\n0 6\n0000000000 65535 f \n", text[start..], StringComparison.Ordinal);
            var entries = TableEntry().Matches(text[start..]);
            Assert.Equal(5, entries.Count);
            for (var i = 0; i < entries.Count; i++)
            {
                var offset = int.Parse(entries[i].Groups[1].Value, CultureInfo.InvariantCulture);
                Assert.StartsWith($"{i + 1} 0 obj\n", text[offset..], StringComparison.Ordinal);
            }

            Assert.EndsWith("%%EOF\n", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Render_Content_IsFlateWithTheStatedLengthAndBalanced()
    {
        var content = Content(Sample.Stack().ToPdf());

        Assert.Equal(Regex.Count(content, "\\bBT\\b"), Regex.Count(content, "\\bET\\b"));
        Assert.Equal(Regex.Count(content, "\\bq\\b"), Regex.Count(content, "\\bQ\\b"));
        Assert.Contains("(Ristretto) Tj", content, StringComparison.Ordinal);
        Assert.Contains("/F5 ", content, StringComparison.Ordinal);            // the Greek letter and the arrow
        Assert.DoesNotContain("NaN", content, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Twice_GivesTheSameBytes()
    {
        foreach (var (first, second) in Sample.All().Zip(Sample.All())) Assert.Equal(first.ToPdf(), second.ToPdf());
    }

    private static string Content(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var stream = Stream().Match(text);
        var length = int.Parse(stream.Groups[1].Value, CultureInfo.InvariantCulture);
        var start = stream.Index + stream.Length;
        Assert.Equal("\nendstream", text.Substring(start + length, 10));
        using var zlib = new ZLibStream(new MemoryStream(pdf, start, length), CompressionMode.Decompress);
        using var reader = new StreamReader(zlib, Encoding.ASCII);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"startxref\n(\d+)\n")]
    private static partial Regex StartOfTable();

    [GeneratedRegex(@"(\d{10}) 00000 n \n")]
    private static partial Regex TableEntry();

    [GeneratedRegex(@"/Length (\d+) /Filter /FlateDecode >>\nstream\n")]
    private static partial Regex Stream();
}
