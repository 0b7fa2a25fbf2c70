namespace Ristretto.Histograms.Axes;

/// <summary>One bin per string, in the order given; every other string is overflow, or left out after <see cref="Axis.WithFlow"/>. There is no underflow.</summary>
/// <remarks>String categories lead the axes of a histogram. Their combinations are its rows: code that fills many entries asks once for
/// the row of a combination (<see cref="Histogram.RowOf(ReadOnlySpan{string})"/>) and fills by number.</remarks>
public sealed class StringCategoryAxis : Axis
{
    private readonly string[] _categories;

    /// <summary>An axis with these categories.</summary>
    /// <exception cref="ArgumentException">A category is given twice.</exception>
    public StringCategoryAxis(string name, params ReadOnlySpan<string> categories) : base(name, categories.Length, hasUnderflow: false, hasOverflow: true)
    {
        _categories = categories.ToArray();
        for (var i = 1; i < _categories.Length; i++)
            if (Array.IndexOf(_categories, _categories[i]) < i)
                throw new ArgumentException($"axis \"{name}\" has the category \"{_categories[i]}\" twice", nameof(categories));
    }

    /// <summary>The strings, one per bin.</summary>
    public IReadOnlyList<string> Categories => _categories;

    /// <summary>Index of the category; for a string that is none the overflow bin, -1 without one.</summary>
    public int IndexOf(string category)
    {
        for (var i = 0; i < _categories.Length; i++)
            if (string.Equals(_categories[i], category, StringComparison.Ordinal)) return i;
        return HasOverflow ? _categories.Length : -1;
    }

    private protected override bool MayHaveUnderflow => false;

    private protected override double[] MakeEdges() => UnitEdges();

    private protected override bool HasSameBins(Axis other) => other is StringCategoryAxis axis && _categories.AsSpan().SequenceEqual(axis._categories);

    private protected override string LabelOf(int bin) => _categories[bin];
}
