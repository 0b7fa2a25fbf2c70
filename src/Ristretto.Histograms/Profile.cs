using System.Numerics;
using Ristretto.Columns.Accumulation;
using Ristretto.Events.Systematics;
using Ristretto.Histograms.Axes;
using Ristretto.Histograms.Profiles;

namespace Ristretto.Histograms;

/// <summary>The mean of a quantity, and its spread, in bins of others: what ROOT calls TProfile and boost-histogram a histogram with the storage Mean or WeightedMean.</summary>
/// <remarks>Like a <see cref="Histogram"/> it is a handle: each <see cref="Lane"/> fills a copy of its own, and the copies are merged in a fixed order. Axes are those of histograms, string categories
/// first. An entry whose quantity is NaN is left out and counted in <see cref="NanCount"/>; NaN on an axis goes to overflow and is counted too. All spans have a number for each cell,
/// flow included, row-major with the last axis fastest; each call makes a new array.</remarks>
public sealed partial class Profile
{
    private readonly LaneLocal<MeanStorage> _storage;
    private readonly Histogram _shape;

    private Profile(string name, ReadOnlySpan<Axis> axes, MeanKind kind, string title)
    {
        _shape = Histogram.Of(name, axes).WithTitle(title);
        (Kind, _storage) = (kind, new LaneLocal<MeanStorage>(new MeanStorage(_shape.Length)));
        _variations = new KeptVariations<Profile>(MakeVaried, "*");
    }

    /// <summary>The name under which the profile is stored.</summary>
    public string Name => _shape.Name;

    /// <summary>What a plot writes above it; empty where nothing was said.</summary>
    public string Title => _shape.Title;

    /// <summary>What each cell holds.</summary>
    public MeanKind Kind { get; }

    /// <summary>All axes: first the categories, then the variables.</summary>
    public IReadOnlyList<Axis> Axes => _shape.Axes;

    /// <summary>Number of cells, flow included.</summary>
    public int Length => _shape.Length;

    /// <summary>Cells from one index of an axis to the next, see <see cref="Histogram.CellStrides"/>.</summary>
    public ReadOnlySpan<int> CellStrides => _shape.CellStrides;

    /// <summary>Number of entries whatever their weight, flow included.</summary>
    public double Entries => _storage.Main.Entries;

    /// <summary>Number of entries with NaN as quantity or among their coordinates.</summary>
    public double NanCount => _storage.Main.NanCount;

    /// <summary>The means; 0 in empty cells.</summary>
    public double[] Values => Each(cell => cell.Mean);

    /// <summary>Variances of the means: those of the sample divided by <see cref="Counts"/>; NaN where one entry or none does not tell.</summary>
    public double[] Variances => Each(cell => cell.Variance(Kind));

    /// <summary>Variances of the quantity in the bin, with the correction for the mean being estimated (n − 1); NaN where one entry or none does not tell.</summary>
    public double[] SampleVariances => Each(cell => cell.SampleVariance(Kind));

    /// <summary>Effective entries: the sum of weights of a <see cref="MeanKind.Mean"/>, (Σw)² / Σw² of a <see cref="MeanKind.WeightedMean"/>.</summary>
    public double[] Counts => Each(cell => Kind == MeanKind.Mean ? cell.SumW : cell.Effective);

    /// <summary>Sums of weights.</summary>
    public double[] SumsOfWeights => Each(cell => cell.SumW);

    /// <summary>Sums of squared weights.</summary>
    public double[] SumsOfSquaredWeights => Each(cell => cell.SumW2);

    internal ReadOnlySpan<MeanCell> Cells => _storage.Main.Cells;

    /// <summary>A profile for weighted entries.</summary>
    /// <exception cref="ArgumentException">Two axes have the same name, or string categories stand behind a variable.</exception>
    public static Profile Of(string name, params ReadOnlySpan<Axis> axes) => new(name, axes, MeanKind.WeightedMean, "");

    /// <summary>A profile in bins of equal width of one variable.</summary>
    public static Profile Regular(string name, int bins, double low, double high) => Of(name, Axis.Regular(name, bins, low, high));

    /// <summary>The same axes for entries of which each counts as many as its weight; nothing filled.</summary>
    public Profile WithCounts() => new(Name, [.. Axes], MeanKind.Mean, Title);

    /// <summary>The same profile with a title. The content is copied.</summary>
    public Profile WithTitle(string title)
    {
        var result = new Profile(Name, [.. Axes], Kind, title);
        result._storage.Main.Merge(_storage.Main);
        return result;
    }

    /// <summary>Adds one entry in the row of these categories.</summary>
    /// <exception cref="ArgumentException">The profile has other axes.</exception>
    public void Fill(double x, double sample, double weight = 1, params ReadOnlySpan<string> categories) => FillRow(_shape.RowOf(categories), sample, weight, x);

    /// <summary>Adds one entry with any number of variables, in a row from <see cref="Histogram.RowOf(ReadOnlySpan{string})"/> of <see cref="ToCounts"/>; 0 without categories, negative fills nothing.</summary>
    /// <exception cref="ArgumentException">The profile has another number of variables.</exception>
    public void FillRow(int row, double sample, double weight, params ReadOnlySpan<double> point)
    {
        var cell = _shape.CellOf(row, point, out var isNaN);
        if (row < 0) return;
        var storage = _storage.Value;
        storage.Add(cell, sample, weight);
        if (isNaN && !double.IsNaN(sample)) storage.AddNaN();
    }

    /// <summary>Adds an entry for each value of the one variable, all in the row of these categories.</summary>
    /// <param name="x">Values of the variable.</param>
    /// <param name="samples">The quantity, one number per value.</param>
    /// <param name="weights">One weight per value; empty for weights of one.</param>
    /// <param name="categories">One for each category axis.</param>
    /// <exception cref="ArgumentException">The profile has other axes, or the lengths differ.</exception>
    public void Fill<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> samples, ReadOnlySpan<double> weights, params ReadOnlySpan<string> categories) where T : unmanaged, INumber<T>
    {
        if (x.Length != samples.Length || (!weights.IsEmpty && weights.Length != x.Length))
            throw new ArgumentException($"profile \"{Name}\": {x.Length} values, {samples.Length} samples and {weights.Length} weights do not go together", nameof(samples));
        var row = _shape.RowOf(categories);
        for (var i = 0; i < x.Length; i++) FillRow(row, double.CreateTruncating(samples[i]), weights.IsEmpty ? 1 : weights[i], double.CreateTruncating(x[i]));
    }

    /// <summary>Adds the content of another profile with the same axes.</summary>
    /// <exception cref="ArgumentException">The axes or the kinds differ.</exception>
    public void Merge(Profile other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var same = Axes.Count == other.Axes.Count && Kind == other.Kind && Axes.Zip(other.Axes).All(pair => pair.First.Matches(pair.Second));
        if (!same) throw new ArgumentException($"profiles \"{Name}\" and \"{other.Name}\" have different axes or kinds: {this}; {other}", nameof(other));
        _storage.Value.Merge(other._storage.Main);
    }

    /// <summary>The sum of two profiles with the same axes; name and title are those of the first.</summary>
    /// <exception cref="ArgumentException">The axes or the kinds differ.</exception>
    public static Profile operator +(Profile a, Profile b)
    {
        ArgumentNullException.ThrowIfNull(a);
        var sum = a.WithTitle(a.Title);
        sum.Merge(b);
        return sum;
    }

    /// <summary>A histogram of the weights alone.</summary>
    public Histogram ToCounts() => Histogram.FromContent(Name, [.. Axes], SumsOfWeights, SumsOfSquaredWeights, Entries, NanCount).WithTitle(Title);

    /// <summary>A histogram whose contents are the means and whose variances are those of the means, 0 where they are not known: for plots.</summary>
    public Histogram ToHistogram() =>
        Histogram.FromContent(Name, [.. Axes], Values, Each(cell => cell.Variance(Kind) is var variance && double.IsNaN(variance) ? 0 : variance), Entries, NanCount).WithTitle(Title);

    /// <summary>Forgets the content.</summary>
    public void Clear() => _storage.Value.Clear();

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Kind} in {string.Join(" × ", Axes.Select(axis => axis.ToString()))}, {Entries} entries";

    internal static Profile FromCells(string name, ReadOnlySpan<Axis> axes, MeanKind kind, MeanCell[] cells, double entries, double nanCount = 0, string title = "")
    {
        var result = new Profile(name, axes, kind, title);
        if (cells.Length != result.Length) throw new ArgumentException($"profile \"{name}\" has {result.Length} cells; {cells.Length} are given", nameof(cells));
        result._storage.Main.Set(cells, entries, nanCount);
        return result;
    }

    private double[] Each(Func<MeanCell, double> number)
    {
        var result = new double[Length];
        var cells = Cells;
        for (var i = 0; i < result.Length; i++) result[i] = number(cells[i]);
        return result;
    }
}
