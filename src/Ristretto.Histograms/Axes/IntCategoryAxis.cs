using System.Globalization;

namespace Ristretto.Histograms.Axes;

/// <summary>One bin per listed integer, in the order given; every other number, and NaN, is overflow. There is no underflow.</summary>
public sealed class IntCategoryAxis : NumericAxis
{
    private readonly int[] _categories;

    /// <summary>An axis with these categories.</summary>
    /// <exception cref="ArgumentException">A category is given twice.</exception>
    public IntCategoryAxis(string name, params ReadOnlySpan<int> categories) : base(name, categories.Length, hasUnderflow: false, hasOverflow: true)
    {
        _categories = categories.ToArray();
        for (var i = 1; i < _categories.Length; i++)
            if (Array.IndexOf(_categories, _categories[i]) < i)
                throw new ArgumentException($"axis \"{name}\" has the category {_categories[i]} twice", nameof(categories));
    }

    /// <summary>The integers, one per bin.</summary>
    public IReadOnlyList<int> Categories => _categories;

    /// <inheritdoc/>
    public override int IndexOf(double value)
    {
        for (var i = 0; i < _categories.Length; i++)
            if (value == _categories[i]) return i;
        return _categories.Length;
    }

    internal override bool Accumulate(ReadOnlySpan<double> values, int stride, Span<int> cells) => AccumulateOneByOne(values, stride, cells);

    private protected override double[] MakeEdges() => UnitEdges();

    private protected override bool HasSameBins(Axis other) => other is IntCategoryAxis axis && _categories.AsSpan().SequenceEqual(axis._categories);

    private protected override string LabelOf(int bin) => _categories[bin].ToString(CultureInfo.InvariantCulture);
}
