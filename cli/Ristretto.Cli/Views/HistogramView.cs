using System.Globalization;
using System.Text;
using Ristretto.Bytes.Objects;
using Ristretto.Cli.Rendering;
using Ristretto.Cli.Summaries;

namespace Ristretto.Cli.Views;

/// <summary>Histograms and profiles: of one dimension as bars, of two as a map of shades.</summary>
internal static class HistogramView
{
    private static readonly string[] s_axes = ["fXaxis", "fYaxis", "fZaxis"];
    private const int MostRows = 60, WidestBar = 50;
    private const string Shades = " ░▒▓█", Eighths = " ▏▎▍▌▋▊▉█";

    internal static void Print(ObjectRecord histogram, int width, TextWriter output)
    {
        var contents = histogram.GetArray<double>("fArray");
        output.WriteLine($"{ObjectView.Heading(histogram)}   {Quantity.Count(Whole(histogram.Get<double>("fEntries")), "entry", "entries")}   Σw {Quantity.Weight(contents.Sum())}");
        var axes = s_axes.Take(HistogramFields.Dimensions(histogram.ClassName)).Select(name => new AxisBins(histogram.GetObject(name)!)).ToArray();
        if (axes.Aggregate(1L, (cells, axis) => cells * (axis.Bins + 2L)) != contents.Length)
        {
            output.WriteLine($"  its axes do not fit its {Quantity.Count(contents.Length)} cells");
            return;
        }
        var (values, errors) = Values(histogram, contents);
        if (axes.Length == 1) PrintBars(axes[0], values, errors, width, output);
        else if (axes.Length == 2) PrintMap(axes[0], axes[1], values, width, output);
        else output.WriteLine($"  {string.Join("   ", axes.Select(axis => axis.Describe()))}");
    }

    // Of a profile the means of its bins, of a histogram its contents, each with its error.
    private static (double[] Values, double[] Errors) Values(ObjectRecord histogram, double[] contents)
    {
        var squares = histogram.GetArray<double>("fSumw2");
        if (!histogram.Has("fBinEntries")) return (contents, [.. contents.Select((content, i) => Math.Sqrt(Math.Abs(squares.Length == contents.Length ? squares[i] : content)))]);
        var weights = histogram.GetArray<double>("fBinEntries");
        var (means, errors) = (new double[contents.Length], new double[contents.Length]);
        for (var i = 0; i < Math.Min(contents.Length, weights.Length); i++)
        {
            if (weights[i] == 0) continue;
            means[i] = contents[i] / weights[i];
            var spread = squares.Length == contents.Length ? Math.Abs((squares[i] / weights[i]) - (means[i] * means[i])) : 0;
            errors[i] = Math.Sqrt(spread / Math.Abs(weights[i]));
        }
        return (means, errors);
    }

    private static void PrintBars(AxisBins axis, double[] values, double[] errors, int width, TextWriter output)
    {
        var merged = (axis.Bins + MostRows - 1) / MostRows;
        List<(string Range, double Value, double Error)> rows = [];
        for (var bin = 1; bin <= axis.Bins; bin += merged)
        {
            var last = Math.Min(axis.Bins, bin + merged - 1);
            var (value, variance) = (0.0, 0.0);
            for (var i = bin; i <= last; i++) (value, variance) = (value + values[i], variance + (errors[i] * errors[i]));
            rows.Add((axis.Range(bin, last), value, Math.Sqrt(variance)));
        }
        var largest = rows.Select(row => Math.Abs(row.Value)).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        var cells = rows.Select(row => (row.Range, Value: Quantity.Weight(row.Value), Error: $"± {Quantity.Weight(row.Error)}", row.Value)).ToArray();
        var (range, number, error) = (cells.Max(cell => cell.Range.Length), cells.Max(cell => cell.Item2.Length), cells.Max(cell => cell.Error.Length));
        var bar = Math.Clamp(width - range - number - error - 10, 8, WidestBar);
        foreach (var (text, value, deviation, size) in cells) output.WriteLine($"  {text.PadRight(range)}  {value.PadLeft(number)} {deviation.PadRight(error)}  {Bar(size, largest, bar)}".TrimEnd());
        output.WriteLine($"  below {Quantity.Weight(values[0])}   above {Quantity.Weight(values[^1])}{(merged > 1 ? $"   {merged} bins per line" : "")}{(axis.Title.Length > 0 ? $"   {axis.Title}" : "")}");
    }

    private static string Bar(double value, double largest, int width)
    {
        if (!(largest > 0) || !double.IsFinite(value)) return "";
        var eighths = (int)Math.Round(Math.Abs(value) / largest * width * 8);
        var bar = new string('█', eighths / 8) + (eighths % 8 > 0 ? Eighths[eighths % 8].ToString() : "");
        return value < 0 ? $"−{bar}" : bar;
    }

    private static void PrintMap(AxisBins x, AxisBins y, double[] values, int width, TextWriter output)
    {
        var (columnBins, rowBins) = ((x.Bins + Math.Max(8, width - 20) - 1) / Math.Max(8, width - 20), (y.Bins + 39) / 40);
        var (columns, rows) = ((x.Bins + columnBins - 1) / columnBins, (y.Bins + rowBins - 1) / rowBins);
        var sums = new double[rows, columns];
        for (var iy = 1; iy <= y.Bins; iy++)
            for (var ix = 1; ix <= x.Bins; ix++) sums[(iy - 1) / rowBins, (ix - 1) / columnBins] += values[ix + ((x.Bins + 2) * iy)];
        var largest = sums.Cast<double>().Where(double.IsFinite).DefaultIfEmpty(0).Max();
        for (var row = rows - 1; row >= 0; row--)
        {
            var line = new StringBuilder();
            for (var column = 0; column < columns; column++) line.Append(Shades[largest > 0 && sums[row, column] > 0 ? Math.Clamp((int)Math.Ceiling(sums[row, column] / largest * (Shades.Length - 1)), 1, Shades.Length - 1) : 0], columns <= 30 ? 2 : 1);
            output.WriteLine($"  {y.Edge((row * rowBins) + 1).PadLeft(10)} │{line.ToString().TrimEnd()}");
        }
        output.WriteLine($"  {"",10} └{new string('─', columns * (columns <= 30 ? 2 : 1))}");
        output.WriteLine($"  {"",12}x {x.Describe()}   y {y.Describe()}   █ is {Quantity.Weight(largest)}");
    }

    private static long Whole(double entries) => double.IsFinite(entries) && Math.Abs(entries) < 1e18 ? (long)Math.Round(entries) : 0;

    /// <summary>The bins of an axis.</summary>
    private sealed class AxisBins
    {
        private readonly double _low, _high;
        private readonly double[] _edges;
        private readonly Dictionary<int, string> _labels = [];

        internal AxisBins(ObjectRecord axis)
        {
            (Bins, Title, _low, _high, _edges) = (Math.Max(1, axis.Get<int>("fNbins")), axis.Title ?? "", axis.Get<double>("fXmin"), axis.Get<double>("fXmax"), axis.GetArray<double>("fXbins"));
            if (!axis.Has("fLabels") || axis.GetObject("fLabels") is not { } labels) return;
            foreach (var label in labels.Items)
                if (label is { ClassName: "TObjString" }) _labels[label.Get<int>("fUniqueID")] = label.Get<string>("fString");
        }

        internal int Bins { get; }

        internal string Title { get; }

        internal string Edge(int bin) => _labels.TryGetValue(bin, out var label) ? label : Number(Low(bin));

        internal string Range(int first, int last) => first == last && _labels.TryGetValue(first, out var label) ? label : $"{Number(Low(first))} – {Number(Low(last + 1))}";

        internal string Describe() => $"{Quantity.Count(Bins, "bin", "bins")} {Number(Low(1))} – {Number(Low(Bins + 1))}{(Title.Length > 0 ? $" ({Title})" : "")}";

        private double Low(int bin) => _edges.Length == Bins + 1 ? _edges[bin - 1] : _low + ((bin - 1) * (_high - _low) / Bins);

        private static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
    }
}
