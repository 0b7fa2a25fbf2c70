using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Ristretto.Plots.Pdf;

/// <summary>Numbered objects, the table of their offsets, and the trailer (ISO 32000-1, 7.5).</summary>
internal sealed class PdfFile : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly List<long> _offsets = [];

    internal PdfFile()
    {
        Write("%PDF-1.4\n%");
        _bytes.Write([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);      // says that the file is binary
    }

    public void Dispose() => _bytes.Dispose();

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
