using System.Globalization;

namespace Ristretto.Plots.Svg;

/// <summary>Numbers with at most two decimals, in the shortest form that SVG and PDF read.</summary>
internal static class SvgNumber
{
    internal static long Hundredths(double value) => (long)Math.Round(value * 100, MidpointRounding.AwayFromZero);

    internal static string Write(double value) => FromHundredths(Hundredths(value));

    internal static string FromHundredths(long hundredths)
    {
        var (whole, rest) = Math.DivRem(Math.Abs(hundredths), 100);
        var sign = hundredths < 0 ? "-" : "";
        if (rest == 0) return sign + whole.ToString(CultureInfo.InvariantCulture);
        var decimals = rest % 10 == 0 ? (rest / 10).ToString(CultureInfo.InvariantCulture) : rest.ToString("00", CultureInfo.InvariantCulture);
        return $"{sign}{(whole == 0 ? "" : whole.ToString(CultureInfo.InvariantCulture))}.{decimals}";
    }
}
