using System.Globalization;

namespace Ristretto.Plots.Drawing;

/// <summary>An sRGB colour with opacity.</summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
/// <param name="Opacity">0 (invisible) to 1 (solid).</param>
public readonly record struct Color(byte Red, byte Green, byte Blue, double Opacity = 1)
{
    /// <summary>Black.</summary>
    public static Color Black => new(0, 0, 0);

    /// <summary>White.</summary>
    public static Color White => new(255, 255, 255);

    /// <summary>Reads <c>#rrggbb</c>.</summary>
    /// <exception cref="FormatException">The text is not a hash and six hexadecimal digits.</exception>
    public static Color Parse(string hex) =>
        hex.Length == 7 && hex[0] == '#' && int.TryParse(hex.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb)
            ? new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb)
            : throw new FormatException($"\"{hex}\" is not a colour; expected # and six hexadecimal digits, like #5790fc");

    /// <summary>The same colour with another opacity.</summary>
    public Color WithOpacity(double opacity) => this with { Opacity = opacity };

    /// <summary>A mixture in sRGB: <c>(1 - share) * this + share * other</c>.</summary>
    public Color Mix(Color other, double share)
    {
        byte Channel(byte from, byte to) => (byte)Math.Round(from + (to - from) * share);
        return new(Channel(Red, other.Red), Channel(Green, other.Green), Channel(Blue, other.Blue), Opacity);
    }

    /// <summary>The shortest hexadecimal form without opacity: <c>#rgb</c> or <c>#rrggbb</c>.</summary>
    public string ToHex() =>
        Red % 17 == 0 && Green % 17 == 0 && Blue % 17 == 0
            ? $"#{Red / 17:x}{Green / 17:x}{Blue / 17:x}"
            : $"#{Red:x2}{Green:x2}{Blue:x2}";
}
