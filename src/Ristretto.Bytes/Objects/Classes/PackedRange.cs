using System.Globalization;

namespace Ristretto.Bytes.Objects.Classes;

/// <summary>How Double32_t and Float16_t are stored, from the range in the comment of the member: <c>[min,max,bits]</c>.</summary>
/// <param name="Low">Lower end of the range.</param>
/// <param name="Factor">Stored integers per unit; 0 when there is no range.</param>
/// <param name="Bits">Bits of the mantissa when there is no range; 0 when not given.</param>
internal readonly record struct PackedRange(double Low, double Factor, int Bits)
{
    /// <summary>Reads the range as ROOT does: a first bracket without a comma is a dimension.</summary>
    public static PackedRange Parse(string title)
    {
        var range = Bracket(title);
        if (range is null) return default;
        var parts = range.Split(',');
        var bits = 32;
        if (parts.Length > 2 && int.TryParse(parts[2].Trim(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var given) && given is >= 2 and <= 32) bits = given;
        var (low, high) = (Number(parts[0]), Number(parts[1]));
        if (low < high) return new PackedRange(low, (bits < 32 ? 1u << bits : 0xFFFF_FFFF) / (high - low), bits);
        return new PackedRange(0, 0, bits < 15 ? bits : 0);
    }

    private static string? Bracket(string title)
    {
        var left = title.IndexOf('[', StringComparison.Ordinal);
        for (var attempt = 0; attempt < 2 && left >= 0; attempt++)
        {
            var right = title.IndexOf(']', left);
            if (right < 0) return null;
            var inside = title[(left + 1)..right];
            if (inside.Contains(',', StringComparison.Ordinal)) return inside;
            left = title.IndexOf('[', right);
        }
        return null;
    }

    // Products and quotients of numbers and pi: -pi, 2*pi, pi/2, twopi, 2pi.
    private static double Number(string text)
    {
        text = text.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        var sign = text.StartsWith('-') ? -1 : 1;
        text = text.TrimStart('-', '+').Replace("twopi", "2*pi", StringComparison.Ordinal);
        if (text.EndsWith("pi", StringComparison.Ordinal) && text.Length > 2 && char.IsAsciiDigit(text[^3])) text = $"{text[..^2]}*pi";
        var value = 1.0;
        var isDivided = false;
        foreach (var part in text.Replace("/", "*/", StringComparison.Ordinal).Split('*', StringSplitOptions.RemoveEmptyEntries))
        {
            isDivided = part.StartsWith('/');
            var factor = part.TrimStart('/');
            var number = factor == "pi" ? Math.PI : double.TryParse(factor, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
            value = isDivided ? value / number : value * number;
        }
        return double.IsFinite(value) && text.Length > 0 ? sign * value : 0;
    }
}
