namespace Ristretto.Histograms.Booking;

/// <summary>The histograms of a template, filled together.</summary>
/// <typeparam name="T">The item.</typeparam>
public sealed class BookedHistograms<T>
{
    private readonly IBookedEntry<T>[] _entries;

    internal BookedHistograms(IBookedEntry<T>[] entries) => _entries = entries;

    /// <summary>The histograms in the order of the template.</summary>
    public IEnumerable<Histogram> Histograms => _entries.SelectMany(entry => entry.Histograms);

    /// <summary>Fills every histogram with each item.</summary>
    /// <param name="items">The items, shape <c>[items]</c>.</param>
    /// <param name="weights">Their weights, shape <c>[items]</c>.</param>
    /// <param name="rows">The row of the category axes that each belongs to, see <see cref="Histogram.RowOf(ReadOnlySpan{string})"/>; shape <c>[items]</c>.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void Fill(ReadOnlySpan<T> items, ReadOnlySpan<double> weights, ReadOnlySpan<int> rows)
    {
        if (items.Length != weights.Length || items.Length != rows.Length)
            throw new ArgumentException($"{items.Length} items, {weights.Length} weights and {rows.Length} rows");
        if (items.IsEmpty) return;
        foreach (var entry in _entries) entry.Fill(items, weights, rows);
    }
}
