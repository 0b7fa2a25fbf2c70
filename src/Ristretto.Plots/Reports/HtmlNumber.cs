using System.Globalization;

namespace Ristretto.Plots.Reports;

/// <summary>Numbers in table cells. Groups of three digits are set apart by style alone, so that searching and copying give the plain number; the full value stands in <c>data-value</c>.</summary>
internal static class HtmlNumber
{
    internal static string Count(long value, string attributes = "") => Cell(Exact(value), Grouped(value.ToString(CultureInfo.InvariantCulture)), attributes);

    /// <summary>A value with its error, both to the error's second significant digit.</summary>
    internal static string WithError(double value, double error, double effectiveEntries)
    {
        if (value == 0 && error == 0) return Cell("0", "0", " data-error=\"0\"");
        var decimals = error > 0 && double.IsFinite(error) ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(error)), 0, 10) : 0;
        var format = "F" + decimals.ToString(CultureInfo.InvariantCulture);
        var text = $"{Grouped(Fixed(value, format))} <span class=\"error\">± {Grouped(Fixed(error, format))}</span>";
        return Cell(Exact(value), text, $" data-error=\"{Exact(error)}\" title=\"{Fixed(effectiveEntries, "F1")} effective entries\"");
    }

    /// <summary>A share in per cent, or a dash without a denominator.</summary>
    internal static string Share(double part, double whole)
    {
        if (whole == 0 || !double.IsFinite(part / whole)) return "<td>–</td>";
        var percent = 100 * part / whole;
        var format = Math.Abs(percent) switch { 0 => "F0", < 0.01 => "E1", < 1 => "F3", < 10 => "F2", _ => "F1" };
        return Cell(Exact(part / whole), Fixed(percent, format) + "\u2009%", "");
    }

    private static string Cell(string exact, string text, string attributes) => $"<td data-value=\"{exact}\"{attributes}>{text}</td>";

    private static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Exact(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Fixed(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Grouped(string number)
    {
        var start = number[0] == '-' ? 1 : 0;
        var end = number.IndexOf('.') is var point and >= 0 ? point : number.Length;
        var text = number;
        if (end - start > 4)
        {
            for (var i = end; i > start; i -= 3)
            {
                var from = Math.Max(i - 3, start);
                if (from > start) text = $"{text[..from]}<i>{text[from..i]}</i>{text[i..]}";
            }
        }

        return start == 1 ? "\u2212" + text[1..] : text;
    }
}
