using System.Globalization;

namespace Ristretto.Cli.Rendering;

/// <summary>Numbers as people read them; always with a decimal point, whatever the machine's language.</summary>
internal static class Quantity
{
    private const int MostDecimals = 5;

    private static readonly string[] s_units = ["B", "kB", "MB", "GB", "TB", "PB"];
    private static readonly NumberFormatInfo s_grouped = new() { NumberGroupSeparator = " ", NumberDecimalSeparator = "." };

    /// <summary>An integer in groups of three digits: 26 428.</summary>
    internal static string Count(long value) => value.ToString("#,0", s_grouped);

    /// <summary>A count with its noun: 1 entry, 26 428 entries.</summary>
    internal static string Count(long value, string one, string many) => $"{Count(value)} {(value == 1 ? one : many)}";

    /// <summary>A number of bytes in powers of 1000 with three digits: 13.7 MB.</summary>
    internal static string Bytes(double bytes)
    {
        var unit = 0;
        while (Math.Abs(bytes) >= 999.5 && unit < s_units.Length - 1) (bytes, unit) = (bytes / 1000, unit + 1);
        return $"{(unit == 0 || bytes >= 99.95 ? Fixed(bytes, 0) : Fixed(bytes, bytes >= 9.995 ? 1 : 2))} {s_units[unit]}";
    }

    /// <summary>A number of bytes in powers of 1024: 1.9 GiB.</summary>
    internal static string Memory(double bytes) => bytes >= 1L << 30 ? $"{Fixed(bytes / (1L << 30), 1)} GiB" : $"{Fixed(bytes / (1L << 20), 0)} MiB";

    /// <summary>A time: 0.31 s, 4.2 s, 3 min 20 s, 2 h 5 min.</summary>
    internal static string Time(TimeSpan time) => time.TotalSeconds switch
    {
        < 1 => $"{Fixed(time.TotalSeconds, 2)} s",
        < 99.5 => $"{Fixed(time.TotalSeconds, 1)} s",
        < 3600 => $"{(int)time.TotalMinutes} min {time.Seconds} s",
        _ => $"{(int)time.TotalHours} h {time.Minutes} min",
    };

    /// <summary>A share of one: 18 %, 7.1 % below ten.</summary>
    internal static string Share(double share) => double.IsFinite(share) ? $"{Fixed(100 * share, Math.Abs(share) < 0.0995 ? 1 : 0)} %" : "–";

    /// <summary>A number with a fixed number of decimals.</summary>
    internal static string Fixed(double value, int decimals) => decimals == 0 ? value.ToString("#,0", s_grouped) : value.ToString("#,0." + new string('0', decimals), s_grouped);

    /// <summary>A sum of weights: decimals as many as its size asks for.</summary>
    internal static string Weight(double value) => Math.Abs(value) switch
    {
        0 => "0",
        >= 1000 => Fixed(value, 1),
        >= 1 => Fixed(value, 2),
        >= 1e-3 => Fixed(value, 5),
        _ => value.ToString("0.###e0", CultureInfo.InvariantCulture),
    };

    /// <summary>A number and its error: two significant digits of the error, the number to the same decimals. Integers stay integers.</summary>
    internal static (string Value, string Error) WithError(double value, double error)
    {
        if (!double.IsFinite(value) || !double.IsFinite(error) || error <= 0) return (Weight(value), Weight(error));
        var digit = (int)Math.Floor(Math.Log10(error));
        if (Math.Round(error / Math.Pow(10, digit - 1)) >= 100) digit++;            // 0.0997 is 0.10
        var decimals = Math.Max(0, 1 - digit);
        if (decimals <= MostDecimals) return (Fixed(value, decimals), Fixed(error, decimals));
        var exponent = (int)Math.Floor(Math.Log10(Math.Max(Math.Abs(value), error)));
        return (Scaled(value), Scaled(error));

        string Scaled(double number) => string.Create(CultureInfo.InvariantCulture, $"{Fixed(number / Math.Pow(10, exponent), Math.Max(0, exponent - digit + 1))}e{exponent}");
    }
}
