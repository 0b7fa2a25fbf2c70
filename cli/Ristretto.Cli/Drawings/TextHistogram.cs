using System.Globalization;
using System.Text;
using Ristretto.Cli.Rendering;
using Ristretto.Histograms;
using Ristretto.Histograms.Axes;

namespace Ristretto.Cli.Drawings;

/// <summary>A histogram drawn with block characters.</summary>
internal static class TextHistogram
{
    private const int Rows = 10;
    private const int Eighths = 8;
    private const int ComfortableWidth = 60;
    private const int Margin = 14;
    private const string Blocks = " ▁▂▃▄▅▆▇█";

    /// <summary>Prints columns of blocks above an axis, and the numbers below.</summary>
    /// <param name="histogram">One regular axis.</param>
    /// <param name="logarithmic">Whether heights are logarithmic: from a tenth of the smallest content to the largest.</param>
    /// <param name="width">Characters per line; neighbouring bins are added up where they do not fit.</param>
    /// <param name="output">Receives the text.</param>
    internal static void Print(Histogram histogram, bool logarithmic, int width, TextWriter output)
    {
        var axis = (RegularAxis)histogram.Variables[0];
        var contents = Columns(histogram.Values.Slice(axis.First, axis.Bins), width - Margin, out var binsPerColumn);
        var repeat = Math.Max(1, Math.Min(ComfortableWidth, width - Margin) / contents.Length);
        var drawn = contents.Length * repeat;
        var (largest, heights) = Heights(contents, logarithmic);
        var line = new StringBuilder();
        for (var row = Rows - 1; row >= 0; row--)
        {
            line.Clear().Append((row == Rows - 1 ? Quantity.Weight(largest) : "").PadLeft(10)).Append(" │");
            foreach (var height in heights) line.Append(Blocks[Math.Clamp(height - row * Eighths, 0, Eighths)], repeat);
            output.WriteLine(line.ToString().TrimEnd());
        }
        output.WriteLine($"{"",10} └{new string('─', drawn)}");
        var (low, high) = (Number(axis.Low), Number(axis.High));
        output.WriteLine($"{"",12}{low}{histogram.Name.PadLeft((drawn + histogram.Name.Length) / 2 - low.Length)}".PadRight(Math.Max(12 + drawn - high.Length, 0)) + high);
        output.WriteLine($"{Quantity.Count((long)histogram.Entries, "entry", "entries")}   Σw {Quantity.Weight(histogram.Sum())}   "
            + $"below {Quantity.Weight(histogram.Values[0])}   above {Quantity.Weight(histogram.Values[^1])}"
            + (histogram.NanCount > 0 ? $" ({Quantity.Count((long)histogram.NanCount)} NaN)" : "")
            + $"   {Quantity.Count(axis.Bins, "bin", "bins")}{(binsPerColumn > 1 ? $", {binsPerColumn} per character" : "")}");
    }

    private static double[] Columns(ReadOnlySpan<double> bins, int most, out int binsPerColumn)
    {
        binsPerColumn = (bins.Length + most - 1) / most;
        var columns = new double[(bins.Length + binsPerColumn - 1) / binsPerColumn];
        for (var i = 0; i < bins.Length; i++) columns[i / binsPerColumn] += bins[i];
        return columns;
    }

    private static (double Largest, int[] Heights) Heights(double[] contents, bool logarithmic)
    {
        var positive = contents.Where(content => content > 0).ToArray();
        if (positive.Length == 0) return (0, new int[contents.Length]);
        var (largest, floor) = (positive.Max(), positive.Min() / 10);
        return (largest, [.. contents.Select(content => content <= 0 ? 0 : (int)Math.Ceiling(Rows * Eighths * (logarithmic ? Math.Log(content / floor) / Math.Log(largest / floor) : content / largest)))]);
    }

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
