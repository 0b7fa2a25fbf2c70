namespace Ristretto.Histograms.Axes;

/// <summary>An axis whose bins are found from numbers: all but <see cref="StringCategoryAxis"/>.</summary>
public abstract class NumericAxis : Axis
{
    private protected NumericAxis(string name, int bins, bool hasUnderflow, bool hasOverflow) : base(name, bins, hasUnderflow, hasOverflow) { }

    /// <summary>Index of the bin with this value, flow counted: the definition that the block form repeats for every input.</summary>
    /// <returns>NaN gives the overflow bin; -1 where the axis has no bin for the value.</returns>
    public abstract int IndexOf(double value);

    /// <summary>Indices of the bins of many values at once, equal to <see cref="IndexOf(double)"/> of each.</summary>
    /// <exception cref="ArgumentException">There is not one index for each value.</exception>
    public void IndicesOf(ReadOnlySpan<double> values, Span<int> indices)
    {
        if (values.Length != indices.Length) throw new ArgumentException($"{values.Length} values do not give {indices.Length} indices");
        indices.Clear();
        Accumulate(values, 1, indices);
    }

    /// <summary>Adds <paramref name="stride"/> times the index of each value to its cell number. Where there is no bin the cell number
    /// becomes negative and stays so. Returns whether a value is NaN.</summary>
    internal abstract bool Accumulate(ReadOnlySpan<double> values, int stride, Span<int> cells);

    /// <summary>Index for a value that is not below the upper end: overflow; without it the last bin for the upper end itself, and none for what is above or NaN.</summary>
    private protected int IndexAbove(double value, double high) => HasOverflow ? First + Bins : value == high ? First + Bins - 1 : -1;

    /// <summary>Index for a value below the first bin.</summary>
    private protected int IndexBelow => HasUnderflow ? 0 : -1;

    /// <summary>The plain loop over <see cref="IndexOf(double)"/>, for the axes and the tails that need nothing faster.</summary>
    private protected bool AccumulateOneByOne(ReadOnlySpan<double> values, int stride, Span<int> cells)
    {
        var anyNaN = false;
        for (var i = 0; i < values.Length; i++)
        {
            var index = IndexOf(values[i]);
            cells[i] = index < 0 ? int.MinValue : cells[i] + stride * index;
            anyNaN |= double.IsNaN(values[i]);
        }
        return anyNaN;
    }
}
