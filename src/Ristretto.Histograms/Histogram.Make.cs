using Ristretto.Histograms.Axes;
using Ristretto.Histograms.Storages;

namespace Ristretto.Histograms;

public sealed partial class Histogram
{
    /// <summary>One variable in <paramref name="bins"/> bins of equal width; the axis bears the histogram's name.</summary>
    public static Histogram Regular(string name, int bins, double low, double high) => Of(name, Axis.Regular(name, bins, low, high));

    /// <summary>One variable in bins between the given edges.</summary>
    public static Histogram Variable(string name, params ReadOnlySpan<double> edges) => Of(name, Axis.Variable(name, edges));

    /// <summary>One variable with a bin per integer from <paramref name="start"/> up to, not including, <paramref name="stop"/>.</summary>
    public static Histogram Integer(string name, int start, int stop) => Of(name, Axis.Integer(name, start, stop));

    /// <summary>One bin per string.</summary>
    public static Histogram Category(string name, params ReadOnlySpan<string> categories) => Of(name, Axis.Category(name, categories));

    /// <summary>One variable with a bin per listed integer.</summary>
    public static Histogram IntCategory(string name, params ReadOnlySpan<int> categories) => Of(name, Axis.IntCategory(name, categories));

    /// <summary>One variable that is false or true.</summary>
    public static Histogram Boolean(string name) => Of(name, Axis.Boolean(name));

    /// <summary>A histogram with these axes: string categories first, then the variables.</summary>
    /// <exception cref="ArgumentException">Two axes have the same name, or string categories stand behind a variable.</exception>
    public static Histogram Of(string name, params ReadOnlySpan<Axis> axes) => new(name, axes.ToArray(), "", StorageKind.Weighted);

    /// <summary>A histogram with given content.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="axes">Its axes.</param>
    /// <param name="values">Sums of weights, flow included, row-major with the last axis fastest.</param>
    /// <param name="variances">Sums of squared weights in the same order; empty makes a histogram of counts whose variances are its values.</param>
    /// <param name="entries">Number of entries.</param>
    /// <param name="nanCount">Number of entries with NaN among them.</param>
    /// <exception cref="ArgumentException">The numbers of values, variances and cells differ.</exception>
    public static Histogram FromContent(
        string name, ReadOnlySpan<Axis> axes, ReadOnlySpan<double> values, ReadOnlySpan<double> variances, double entries, double nanCount = 0)
    {
        var result = new Histogram(name, axes.ToArray(), "", variances.IsEmpty ? StorageKind.Count : StorageKind.Weighted);
        result.SetContent(values, variances, entries, nanCount);
        return result;
    }

    /// <summary>A histogram of sums of weights whose variances are not known.</summary>
    internal static Histogram OfSums(string name, ReadOnlySpan<Axis> axes, ReadOnlySpan<double> values, double entries, double nanCount)
    {
        var result = new Histogram(name, axes.ToArray(), "", StorageKind.Count);
        result.SetContent(values, new double[values.Length], entries, nanCount);        // other variances than values: weights
        return result;
    }

    /// <summary>Puts a string-category axis in front of the variables, behind the categories that are there already: <c>.By("tag", "threeTag",
    /// "fourTag").By("region", "SR", "SB")</c> has the axes tag, region and then the variables. For a histogram that is not filled yet.</summary>
    /// <exception cref="ArgumentException">No category is given.</exception>
    public Histogram By(string axis, params ReadOnlySpan<string> categories) =>
        categories.IsEmpty
            ? throw new ArgumentException($"histogram \"{Name}\": By(\"{axis}\") needs the categories of the axis", nameof(categories))
            : WithAxes([.. _categories, Axis.Category(axis, categories), .. _variables]);

    /// <summary>Adds an axis behind the others: <c>Histogram.Regular("x", …).And(Axis.Regular("y", …))</c>. For a histogram that is not filled yet.</summary>
    public Histogram And(Axis axis) => WithAxes([.. _axes, axis]);

    /// <summary>Labels the last axis, which is the one last added by <see cref="And"/>. The content is copied.</summary>
    public Histogram Label(string label) => WithContentOf([.. _axes.AsSpan(0, _axes.Length - 1), _axes[^1].WithLabel(label)], Name, Title);

    /// <summary>The same histogram under another name. The content is copied.</summary>
    public Histogram WithName(string name) => WithContentOf(_axes, name, Title);

    /// <summary>The same histogram with a title. The content is copied.</summary>
    public Histogram WithTitle(string title) => WithContentOf(_axes, Name, title);

    /// <summary>Keeps the sums of weights alone, without those of their squares. For a histogram that is not filled yet.</summary>
    public Histogram WithCounts()
    {
        RequireUnfilled("WithCounts");
        return new(Name, _axes, Title, StorageKind.Count) { Kept = Kept };
    }

    /// <summary>Counts entries, exactly: whoever fills another weight than one gets an <see cref="InvalidOperationException"/>. For a histogram that is not filled yet.</summary>
    public Histogram WithIntegers()
    {
        RequireUnfilled("WithIntegers");
        return new(Name, _axes, Title, StorageKind.Integer) { Kept = Kept };
    }

    /// <summary>The same axes and nothing filled.</summary>
    public Histogram CreateEmpty() => new(Name, _axes, Title, Kind);

    /// <summary>An independent copy with the content of this moment.</summary>
    public Histogram Copy() => WithContentOf(_axes, Name, Title);

    /// <summary>Replaces the content, for what is read from files.</summary>
    internal void SetContent(ReadOnlySpan<double> values, ReadOnlySpan<double> variances, double entries, double nanCount)
    {
        if (values.Length != Length || (!variances.IsEmpty && variances.Length != Length))
            throw new ArgumentException($"histogram \"{Name}\" has {Length} cells; {values.Length} values and {variances.Length} variances are given");
        _storage.Main.Set(values, variances, entries, nanCount);
    }

    private Histogram WithAxes(Axis[] axes)
    {
        RequireUnfilled("a change of axes");
        return new(Name, axes, Title, Kind) { Kept = Kept };
    }

    private Histogram WithContentOf(Axis[] axes, string name, string title)
    {
        var result = new Histogram(name, axes, title, Kind) { Kept = Kept };
        result._storage.Main.Merge(_storage.Main);
        return result;
    }

    private void RequireUnfilled(string what)
    {
        if (Entries != 0) throw new InvalidOperationException($"histogram \"{Name}\" is filled; {what} must come first");
    }
}
