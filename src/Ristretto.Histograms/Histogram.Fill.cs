using System.Numerics;

namespace Ristretto.Histograms;

/// <remarks>The block forms accept numbers of any type: <c>ReadOnlySpan&lt;float&gt;</c>, <c>&lt;double&gt;</c>, <c>&lt;int&gt;</c>, …; all are widened to double before
/// bins are looked up. They allocate nothing, and give bit for bit what the same entries give one by one.</remarks>
public sealed partial class Histogram
{
    /// <summary>Adds an entry of weight one for each value, to a histogram of one variable without categories.</summary>
    /// <exception cref="ArgumentException">The histogram has other axes.</exception>
    public void Fill<T>(ReadOnlySpan<T> x) where T : unmanaged, INumber<T>
    {
        RequireCategories(0);
        FillBlocks(1, x, default, default, default, 0);
    }

    /// <summary>Adds an entry for each value, to a histogram of one variable without categories.</summary>
    /// <exception cref="ArgumentException">The histogram has other axes, or the lengths differ.</exception>
    public void Fill<T>(ReadOnlySpan<T> x, ReadOnlySpan<double> weights) where T : unmanaged, INumber<T>
    {
        RequireCategories(0);
        RequireLength(x.Length, weights.Length, "weights");
        FillBlocks(1, x, default, weights, default, 0);
    }

    /// <summary>Adds an entry for each value, each in its own row.</summary>
    /// <param name="x">Values of the one variable.</param>
    /// <param name="weights">One weight per value.</param>
    /// <param name="rows">One row per value, from <see cref="RowOf(ReadOnlySpan{string})"/>; a negative row fills nothing.</param>
    /// <exception cref="ArgumentException">The histogram does not have one variable, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The histogram does not have a row.</exception>
    public void Fill<T>(ReadOnlySpan<T> x, ReadOnlySpan<double> weights, ReadOnlySpan<int> rows) where T : unmanaged, INumber<T>
    {
        RequireLength(x.Length, weights.Length, "weights");
        RequireLength(x.Length, rows.Length, "rows");
        FillBlocks(1, x, default, weights, rows, 0);
    }

    /// <summary>Adds an entry for each value, all in one row.</summary>
    /// <exception cref="ArgumentException">The histogram does not have one variable, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The histogram does not have the row.</exception>
    public void Fill<T>(ReadOnlySpan<T> x, ReadOnlySpan<double> weights, int row) where T : unmanaged, INumber<T>
    {
        RequireLength(x.Length, weights.Length, "weights");
        FillBlocks(1, x, default, weights, default, row);
    }

    /// <summary>Adds an entry for each pair of values, to a histogram of two variables without categories.</summary>
    /// <exception cref="ArgumentException">The histogram has other axes, or the lengths differ.</exception>
    public void Fill<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<double> weights) where T : unmanaged, INumber<T>
    {
        RequireCategories(0);
        RequireLength(x.Length, y.Length, "y values");
        RequireLength(x.Length, weights.Length, "weights");
        FillBlocks(2, x, y, weights, default, 0);
    }

    /// <summary>Adds an entry for each pair of values, each in its own row; a negative row fills nothing.</summary>
    /// <exception cref="ArgumentException">The histogram does not have two variables, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The histogram does not have a row.</exception>
    public void Fill<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<double> weights, ReadOnlySpan<int> rows) where T : unmanaged, INumber<T>
    {
        RequireLength(x.Length, y.Length, "y values");
        RequireLength(x.Length, weights.Length, "weights");
        RequireLength(x.Length, rows.Length, "rows");
        FillBlocks(2, x, y, weights, rows, 0);
    }

    /// <summary>Adds an entry for each pair of values, all in one row.</summary>
    /// <exception cref="ArgumentException">The histogram does not have two variables, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The histogram does not have the row.</exception>
    public void Fill<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<double> weights, int row) where T : unmanaged, INumber<T>
    {
        RequireLength(x.Length, y.Length, "y values");
        RequireLength(x.Length, weights.Length, "weights");
        FillBlocks(2, x, y, weights, default, row);
    }

    /// <summary>Adds an entry for each row, to a histogram that has categories only; a negative row fills nothing.</summary>
    /// <exception cref="ArgumentException">The histogram has variables, or the lengths differ.</exception>
    public void FillRows(ReadOnlySpan<int> rows, ReadOnlySpan<double> weights)
    {
        RequireLength(rows.Length, weights.Length, "weights");
        FillBlocks<double>(0, default, default, weights, rows, 0);
    }

    private void RequireLength(int values, int others, string what)
    {
        if (values != others) throw new ArgumentException($"histogram \"{Name}\": {values} values and {others} {what} do not go together");
    }
}
