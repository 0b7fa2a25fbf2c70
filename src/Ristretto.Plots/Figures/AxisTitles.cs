using System.Globalization;
using Ristretto.Plots.Series;

namespace Ristretto.Plots.Figures;

/// <summary>Titles of vertical axes, derived from the bins.</summary>
internal static class AxisTitles
{
    /// <summary><c>Events / 10 GeV</c> for equal bins with a unit, <c>Events / GeV</c> for a density, <c>Events</c> where bins are categories, otherwise <c>Events / bin</c>.</summary>
    internal static string Contents(string what, BinAxis axis, string xLabel, bool density)
    {
        var unit = Unit(xLabel);
        if (axis.BinLabels is not null) return what;
        if (density) return unit.Length > 0 ? $"{what} / {unit}" : $"{what} / unit";
        if (!axis.IsUniform) return $"{what} / bin";
        var width = axis.Width(0).ToString("0.####", CultureInfo.InvariantCulture);
        if (unit.Length > 0) return width == "1" ? $"{what} / {unit}" : $"{what} / {width} {unit}";
        return width == "1" ? what : $"{what} / {width}";
    }

    /// <summary>The text in the last pair of square brackets, or nothing.</summary>
    internal static string Unit(string label)
    {
        var open = label.LastIndexOf('[');
        return open >= 0 && label.IndexOf(']', open) is var close && close > open ? label[(open + 1)..close] : "";
    }
}
