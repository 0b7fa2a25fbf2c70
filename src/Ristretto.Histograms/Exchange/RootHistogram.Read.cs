using Ristretto.Bytes.Objects;
using Ristretto.Histograms.Axes;

namespace Ristretto.Histograms.Exchange;

public static partial class RootHistogram
{
    /// <summary>The histogram of a record. Titles of the axes become labels; the axes are called <c>x</c>, <c>y</c>, <c>z</c>, a single one like the histogram.</summary>
    /// <remarks>Bins with labels become string categories when they lead the axes, every bin has one, and nothing lies in underflow; otherwise the labels are left behind.
    /// Without sums of squares the variances are the contents.</remarks>
    public static Histogram FromRecord(HistogramRecord record)
    {
        var squares = record.SumW2.Length > 0 ? record.SumW2 : record.Contents;
        var axes = new Axis[record.Axes.Count];
        var mayBeCategories = true;
        for (var i = 0; i < axes.Length; i++)
        {
            var name = axes.Length == 1 ? record.Name : "xyz"[i].ToString();
            mayBeCategories = mayBeCategories && HasCategories(record, i);
            axes[i] = FromRecord(record.Axes[i], name, mayBeCategories);
        }
        var shape = Histogram.Of(record.Name, axes);
        var (values, variances) = (new double[shape.Length], new double[shape.Length]);
        for (var i = 0; i < values.Length; i++)
        {
            var cell = CellOf(shape, i);
            (values[i], variances[i]) = (record.Contents[cell], squares[cell]);
        }
        return Histogram.FromContent(record.Name, axes, values, variances, record.Entries).WithTitle(record.Title);
    }

    internal static Axis FromRecord(AxisRecord axis, string name, bool hasCategories)
    {
        Axis result = hasCategories ? Axis.Category(name, [.. axis.Labels])
            : axis.Edges.Count > 0 ? Axis.Variable(name, [.. axis.Edges])
            : Axis.Regular(name, axis.Bins, axis.Low, axis.High);
        return axis.Title.Length > 0 ? result.WithLabel(axis.Title) : result;
    }

    private static bool HasCategories(HistogramRecord record, int position)
    {
        var axis = record.Axes[position];
        if (axis.Labels.Count == 0 || axis.Labels.Contains("") || axis.Labels.Distinct().Count() != axis.Bins) return false;
        var stride = record.Axes.Take(position).Aggregate(1, (product, a) => product * (a.Bins + 2));
        for (var cell = 0; cell < record.Contents.Length; cell++)
            if (cell / stride % (axis.Bins + 2) == 0 && record.Contents[cell] != 0) return false;
        return true;
    }
}
