using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Ristretto.EndToEnd.Plots;

/// <summary>A picture with eight bits for each of red, green and blue.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Rgb">Row by row from the top, three bytes for a pixel.</param>
internal sealed record PngPixels(int Width, int Height, byte[] Rgb)
{
    /// <summary>The share of pixels that are not white.</summary>
    internal double Ink => Pixels().Count(pixel => pixel != 0xFFFFFF) / (double)(Width * Height);

    /// <summary>The number of different colours.</summary>
    internal int Colors => Pixels().Distinct().Count();

    /// <summary>Reads a PNG as browsers write them: not interlaced, RGB or RGBA with eight bits.</summary>
    internal static PngPixels Decode(byte[] png)
    {
        int width = 0, height = 0, channels = 0;
        using var packed = new MemoryStream();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var type = Encoding.ASCII.GetString(png, at + 4, 4);
            var data = png.AsSpan(at + 8, length);
            if (type == "IHDR")
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]));
                channels = (data[8], data[9], data[12]) switch { (8, 2, 0) => 3, (8, 6, 0) => 4, _ => throw new NotSupportedException("another kind of PNG") };
            }
            else if (type == "IDAT")
            {
                packed.Write(data);
            }

            at += 12 + length;
        }

        packed.Position = 0;
        using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
        return new(width, height, Unfilter(zlib, width, height, channels));
    }

    /// <summary>Reads a PPM with the magic P6, as pdftoppm writes it.</summary>
    internal static PngPixels DecodePpm(byte[] ppm)
    {
        var at = 0;
        string Word()
        {
            var start = at;
            while (ppm[at] > ' ') at++;
            at++;
            return Encoding.ASCII.GetString(ppm, start, at - 1 - start);
        }

        if (Word() != "P6") throw new NotSupportedException("another kind of PPM");
        var (width, height) = (int.Parse(Word()), int.Parse(Word()));
        Word();
        return new(width, height, ppm[at..]);
    }

    /// <summary>The mean difference of brightness to another picture of the same size, 0 to 1, after averaging over squares so that the smoothing of edges does not count.</summary>
    internal double DifferenceTo(PngPixels other, int square)
    {
        var sum = 0.0;
        var (columns, rows) = (Width / square, Height / square);
        for (var y = 0; y < rows; y++)
            for (var x = 0; x < columns; x++)
                sum += Math.Abs(Mean(x * square, y * square, square) - other.Mean(x * square, y * square, square));
        return sum / (columns * rows) / 255;
    }

    private double Mean(int left, int top, int square)
    {
        var sum = 0.0;
        for (var y = top; y < top + square; y++)
            for (var i = 3 * (y * Width + left); i < 3 * (y * Width + left + square); i++) sum += Rgb[i];
        return sum / (3 * square * square);
    }

    private IEnumerable<int> Pixels()
    {
        for (var i = 0; i < Rgb.Length; i += 3) yield return Rgb[i] << 16 | Rgb[i + 1] << 8 | Rgb[i + 2];
    }

    // Each row starts with the number of its filter: none, left, up, average or Paeth (PNG specification, chapter 9).
    private static byte[] Unfilter(Stream rows, int width, int height, int channels)
    {
        var rgb = new byte[3 * width * height];
        byte[] previous = new byte[width * channels], row = new byte[width * channels];
        for (var y = 0; y < height; y++)
        {
            var filter = rows.ReadByte();
            rows.ReadExactly(row);
            for (var i = 0; i < row.Length; i++)
            {
                int left = i >= channels ? row[i - channels] : 0, up = previous[i], corner = i >= channels ? previous[i - channels] : 0;
                row[i] += (byte)(filter switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => Paeth(left, up, corner) });
            }

            for (var x = 0; x < width; x++) row.AsSpan(x * channels, 3).CopyTo(rgb.AsSpan(3 * (y * width + x)));
            (previous, row) = (row, previous);
        }

        return rgb;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
