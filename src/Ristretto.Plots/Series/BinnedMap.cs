namespace Ristretto.Plots.Series;

/// <summary>Two-dimensional binned numbers.</summary>
public sealed partial class BinnedMap
{
    /// <summary>Takes the numbers over; they are not copied.</summary>
    /// <param name="x">The bins along x.</param>
    /// <param name="y">The bins along y.</param>
    /// <param name="values">Σw, shape <c>[x][y]</c>, row-major: the bins along y of the first bin along x come first.</param>
    /// <param name="outside">The sum of all flow bins.</param>
    /// <exception cref="ArgumentException">The number of values is not the product of the numbers of bins.</exception>
    public BinnedMap(BinAxis x, BinAxis y, IReadOnlyList<double> values, double outside = 0)
    {
        if (values.Count != x.Count * y.Count) throw new ArgumentException($"{x.Count} × {y.Count} bins, but {values.Count} values", nameof(values));
        X = x;
        Y = y;
        Values = values;
        Outside = outside;
    }

    /// <summary>The bins along x.</summary>
    public BinAxis X { get; }

    /// <summary>The bins along y.</summary>
    public BinAxis Y { get; }

    /// <summary>Σw, shape <c>[x][y]</c>.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>The sum of all flow bins.</summary>
    public double Outside { get; }

    /// <summary>The value of one bin.</summary>
    public double this[int xBin, int yBin] => Values[xBin * Y.Count + yBin];
}
