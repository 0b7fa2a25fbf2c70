using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Objects;
using Ristretto.Histograms.Axes;

namespace Ristretto.Histograms.Exchange;

/// <summary>Histograms to and from ROOT's TH1D, TH2D, TH3D.</summary>
/// <remarks>ROOT has no categories in front of the variables, so a histogram with category axes becomes one histogram per combination.
/// Category axes that are variables become labelled bins. Sums of squares are kept where they are known; the statistics (fTsumw, fTsumwx, …) are computed from the bins
/// in range with the bin centres.</remarks>
public static partial class RootHistogram
{
    /// <summary>Writes a histogram: without category axes as <c>directory/name</c>, otherwise each combination of categories as
    /// <c>directory/category/category/name</c>, whether filled or not. Overflow categories are left out.</summary>
    /// <exception cref="ArgumentException">The histogram has more than three variables.</exception>
    public static void Write(RootFileWriter writer, string directory, Histogram histogram)
    {
        foreach (var (categories, record) in ToRecords(histogram)) writer.Write($"{directory}/{string.Join('/', categories)}", record);
    }

    /// <summary>Writes a ROOT file with these histograms, each in its folder as <see cref="Write"/> says.</summary>
    /// <exception cref="Ristretto.Bytes.Errors.OutputException">The file cannot be written; nothing is left of it.</exception>
    public static void WriteFile(string path, IEnumerable<(string Directory, Histogram Histogram)> histograms)
    {
        using var file = RootFileWriter.Create(path);
        foreach (var (directory, histogram) in histograms) Write(file, directory, histogram);
        file.Complete();
    }

    /// <summary>One record per combination of categories, in the order of the axes; one with no categories for a histogram without category
    /// axes, and for one of category axes alone, which become labelled bins.</summary>
    /// <exception cref="ArgumentException">The histogram has more than three variables.</exception>
    public static IEnumerable<(IReadOnlyList<string> Categories, HistogramRecord Record)> ToRecords(Histogram histogram)
    {
        if (histogram.Variables.Count > 3)
            throw new ArgumentException($"histogram \"{histogram.Name}\" has {histogram.Variables.Count} variables; ROOT's histograms have 1 to 3");
        if (histogram.Variables.Count == 0) return [([], ToRecord(histogram))];
        IEnumerable<string[]> combinations = [[]];
        foreach (var axis in histogram.Categories)
            combinations = combinations.SelectMany(_ => axis.Categories, (before, category) => (string[])[.. before, category]);
        return combinations.Select(categories => ((IReadOnlyList<string>)categories, ToRecord(categories.Length == 0 ? histogram : histogram[categories])));
    }

    /// <summary>A histogram of up to three axes as one record; category axes, leading ones too, become labelled bins.</summary>
    /// <exception cref="ArgumentException">The histogram has more than three axes.</exception>
    public static HistogramRecord ToRecord(Histogram histogram)
    {
        if (histogram.Axes.Count > 3) throw new ArgumentException($"histogram \"{histogram.Name}\" has {histogram.Axes.Count} axes; ROOT's histograms have 1 to 3");
        var axes = histogram.Axes.Select((axis, i) => ToRecord(axis, i)).ToArray();
        var contents = ToCells(histogram, histogram.Values);
        var squares = histogram.HasVariances ? ToCells(histogram, histogram.Variances) : [];
        return new HistogramRecord
        {
            Class = $"TH{axes.Length}D",
            Name = histogram.Name,
            Title = histogram.Title,
            Axes = axes,
            Contents = contents,
            SumW2 = squares,
            Entries = histogram.Entries,
            Statistics = BinnedStatistics.Of(axes, contents, squares.Length > 0 ? squares : contents),
        };
    }

    internal static AxisRecord ToRecord(Axis axis, int position)
    {
        var result = new AxisRecord { Name = $"{"xyz"[position]}axis", Title = axis.Label, Bins = axis.Bins, Low = axis.Edges[0], High = axis.Edges[^1] };
        return axis switch
        {
            VariableAxis or TransformedAxis or CircularAxis { Inner: VariableAxis } => result with { Edges = axis.Edges.ToArray() },
            RegularAxis or IntegerAxis or CircularAxis => result,
            _ => result with { Labels = [.. Enumerable.Range(axis.First, axis.Bins).Select(axis.BinLabel)] },
        };
    }

    // From last axis fastest to first axis fastest; flow bins that an axis does not have stay empty.
    private static double[] ToCells(Histogram histogram, ReadOnlySpan<double> values)
    {
        var axes = histogram.Axes;
        var cells = new double[axes.Aggregate(1, (product, axis) => product * (axis.Bins + 2))];
        for (var i = 0; i < values.Length; i++) cells[CellOf(histogram, i)] = values[i];
        return cells;
    }

    private static int CellOf(Histogram histogram, int index) => CellOf(histogram.Axes, histogram.CellStrides, index);

    internal static int CellOf(IReadOnlyList<Axis> axes, ReadOnlySpan<int> strides, int index)
    {
        var (cell, stride) = (0, 1);
        for (var a = 0; a < axes.Count; a++)
        {
            var axis = axes[a];
            var bin = index / strides[a] % axis.Extent - axis.First + 1;
            cell += bin * stride;
            stride *= axis.Bins + 2;
        }
        return cell;
    }
}
