using System.Numerics;
using Ristretto.Columns.Accumulation;
using Ristretto.Columns.Arrays;
using Ristretto.Histograms.Axes;
using Ristretto.Histograms.Filling;
using Ristretto.Histograms.Storages;

namespace Ristretto.Histograms;

/// <summary>Several sums of weights in each bin, filled in one pass: members of a PDF set, replicas, anything of which only the sums are wanted. There are no variances. What boost-histogram calls
/// the storage MultiCell.</summary>
/// <remarks>A bin is looked up once for all weights of an entry, and its sums lie side by side. Like a <see cref="Histogram"/> it is a handle that each <see cref="Lane"/> fills a copy of.</remarks>
public sealed class MultiHistogram
{
    private readonly LaneLocal<MultiStorage> _storage;
    private readonly Histogram _shape;

    private MultiHistogram(string name, int sums, ReadOnlySpan<Axis> axes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sums, 1);
        _shape = Histogram.Of(name, axes);
        (Sums, _storage) = (sums, new LaneLocal<MultiStorage>(new MultiStorage(_shape.Length, sums), name));
    }

    /// <summary>The name under which the histogram is stored.</summary>
    public string Name => _shape.Name;

    /// <summary>Number of sums in each bin.</summary>
    public int Sums { get; }

    /// <summary>All axes: first the categories, then the variables.</summary>
    public IReadOnlyList<Axis> Axes => _shape.Axes;

    /// <summary>Number of entries whatever their weights, flow included.</summary>
    public double Entries => _storage.Main.Entries;

    /// <summary>A histogram with so many sums in each bin.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="sums">Number of weights of each entry.</param>
    /// <param name="axes">Its axes: string categories first, then the variables.</param>
    /// <exception cref="ArgumentException">Two axes have the same name, or string categories stand behind a variable.</exception>
    public static MultiHistogram Of(string name, int sums, params ReadOnlySpan<Axis> axes) => new(name, sums, axes);

    /// <summary>One of the sums as a histogram, under the same name and without variances.</summary>
    /// <param name="sum">Which, from 0.</param>
    public Histogram this[int sum]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(sum);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(sum, Sums);
            return Histogram.OfSums(Name, [.. Axes], _storage.Main.Read(sum), _storage.Main.Entries, _storage.Main.NanCount);
        }
    }

    /// <summary>Adds one entry of one variable with its weights, in the row of these categories.</summary>
    /// <exception cref="ArgumentException">The histogram has other axes, or another number of weights is given.</exception>
    public void Fill(double x, ReadOnlySpan<double> weights, params ReadOnlySpan<string> categories)
    {
        RequireWeights(weights.Length);
        var row = _shape.RowOf(categories);
        var cell = _shape.CellOf(row, [x], out var isNaN);
        if (row < 0) return;
        var storage = _storage.Value;
        storage.Add(cell, weights);
        if (isNaN) storage.AddNaN();
    }

    /// <summary>Adds an entry for each event, to a histogram of one variable without categories.</summary>
    /// <param name="x">Values of the variable, shape <c>[events]</c>.</param>
    /// <param name="weights">As many columns as there are sums, each of shape <c>[events]</c>.</param>
    /// <exception cref="ArgumentException">The histogram has other axes, or the numbers of weights or events differ.</exception>
    public void Fill<T>(Column<T> x, params ReadOnlySpan<Column<double>> weights) where T : unmanaged, INumber<T>
    {
        RequireWeights(weights.Length);
        if (Axes is not [NumericAxis axis]) throw new ArgumentException($"histogram \"{Name}\" has the axes {string.Join(", ", Axes.Select(a => a.Name))}; columns fill one variable without categories");
        foreach (var column in weights)
            if (column.Length != x.Length) throw new ArgumentException($"histogram \"{Name}\": {x.Length} values and {column.Length} weights do not go together", nameof(weights));
        var storage = _storage.Value;
        Span<int> cells = stackalloc int[256];
        Span<double> buffer = stackalloc double[256];
        for (var from = 0; from < x.Length; from += cells.Length)
        {
            var round = cells[..Math.Min(cells.Length, x.Length - from)];
            round.Clear();
            var values = Widening.ToDoubles(x.AsSpan().Slice(from, round.Length), buffer);
            if (axis.Accumulate(values, 1, round))
                foreach (var value in values)
                    if (double.IsNaN(value)) storage.AddNaN();
            storage.Add(round, weights, from);
        }
    }

    /// <summary>Forgets the content.</summary>
    public void Clear() => _storage.Value.Clear();

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Sums} sums in {string.Join(" × ", Axes.Select(axis => axis.ToString()))}, {Entries} entries";

    private void RequireWeights(int given)
    {
        if (given != Sums) throw new ArgumentException($"histogram \"{Name}\" has {Sums} sums in each bin, {given} weights are given");
    }
}
