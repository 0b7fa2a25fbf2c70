using Ristretto.Plots.Figures;
using Ristretto.Plots.Styles;
using Ristretto.Plots.Typesetting;

namespace Ristretto.Plots.Painting;

/// <summary>The measures of a legend: rows of sample, name and yield. The font shrinks until it fits.</summary>
internal sealed class LegendLayout
{
    internal const double Inset = 18;
    private const double WidestShare = 0.68;
    private const double TallestShare = 0.5;
    private const double SmallestFont = 9;

    private LegendLayout(Legend legend, PlotStyle style, double fontSize)
    {
        FontSize = fontSize;
        Rows = [.. legend.Entries.Select(entry => (entry, TextLine.Set(entry.Label, fontSize), TextLine.Set(entry.Yield, fontSize)))];
        Remarks = [.. legend.Remarks.Select(remark => TextLine.Set(remark, Math.Min(fontSize, style.LegendFontSize) * 0.85))];
        YieldWidth = Rows.Select(row => row.Yield.Width).DefaultIfEmpty(0).Max();
        var rows = Rows.Length == 0 ? 0 : LabelOffset + Rows.Max(row => row.Label.Width) + (YieldWidth > 0 ? fontSize + YieldWidth : 0);
        Width = Math.Max(rows, Remarks.Select(remark => remark.Width).DefaultIfEmpty(0).Max());
        Height = Rows.Length * RowHeight + Remarks.Length * RemarkHeight;
    }

    internal double FontSize { get; }

    internal (LegendEntry Entry, TextLine Label, TextLine Yield)[] Rows { get; }

    internal TextLine[] Remarks { get; }

    internal double YieldWidth { get; }

    internal double Width { get; }

    internal double Height { get; }

    internal double RowHeight => 1.32 * FontSize;

    internal double RemarkHeight => 1.15 * FontSize;

    internal double SwatchWidth => 1.6 * FontSize;

    internal double LabelOffset => SwatchWidth + 0.5 * FontSize;

    internal static LegendLayout Of(Legend legend, PlotStyle style)
    {
        var size = style.LegendFontSize;
        while (true)
        {
            var layout = new LegendLayout(legend, style, size);
            var fits = layout.Width <= WidestShare * (style.Width - style.Left - style.Right) && layout.Height <= TallestShare * (style.Height - style.Top - style.Bottom);
            if (fits || size <= SmallestFont) return layout;
            size -= 0.5;
        }
    }
}
