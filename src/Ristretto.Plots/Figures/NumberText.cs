using System.Globalization;

namespace Ristretto.Plots.Figures;

/// <summary>Numbers as people read them, independent of culture.</summary>
public static class NumberText
{
    private const char ThinSpace = '\u2009';

    /// <summary>A yield: whole numbers (of data) in full, others with three significant digits and at least the whole part; digits in groups of three from 10 000 on.</summary>
    public static string Yield(double value, bool whole = false)
    {
        if (!double.IsFinite(value)) return value.ToString(CultureInfo.InvariantCulture);
        var magnitude = Math.Abs(value);
        if (magnitude is > 0 and < 0.01) return value.ToString("0.0e+0", CultureInfo.InvariantCulture).Replace('-', '\u2212');
        var format = magnitude switch
        {
            _ when whole => "0",
            0 => "0",
            >= 100 => "0",
            >= 10 => "0.0",
            >= 1 => "0.00",
            _ => "0.000",
        };
        return Grouped(value.ToString(format, CultureInfo.InvariantCulture));
    }

    /// <summary>A tick's number with the decimals that its step needs.</summary>
    public static string Tick(double value, double step)
    {
        var decimals = Math.Clamp(-(int)Math.Floor(Math.Log10(step) + 1e-9), 0, 12);
        if (Math.Abs(step * Math.Pow(10, decimals) - Math.Round(step * Math.Pow(10, decimals))) > 1e-6) decimals++;      // steps of 2.5
        var text = Math.Round(value, decimals).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text.TrimStart('-') is var digits && digits.All(c => c is '0' or '.') ? "0" : text.Replace('-', '\u2212');
    }

    /// <summary>Puts thin spaces between groups of three digits when there are five digits or more.</summary>
    public static string Grouped(string number)
    {
        var start = number[0] == '-' ? 1 : 0;
        var end = number.IndexOf('.') is var point and >= 0 ? point : number.Length;
        if (end - start < 5) return number.Replace('-', '\u2212');
        for (var i = end - 3; i > start; i -= 3) number = number.Insert(i, ThinSpace.ToString());
        return number.Replace('-', '\u2212');
    }
}
