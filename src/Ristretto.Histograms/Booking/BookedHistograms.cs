using Ristretto.Columns.Arrays;
using Ristretto.Events.Selections;

namespace Ristretto.Histograms.Booking;

/// <summary>The histograms of a template, filled together.</summary>
/// <typeparam name="T">The columns that they are filled from.</typeparam>
public sealed class BookedHistograms<T>
{
    private readonly IBookedEntry<T>[] _entries;

    internal BookedHistograms(IBookedEntry<T>[] entries) => _entries = entries;

    /// <summary>The histograms in the order of the template.</summary>
    public IEnumerable<Histogram> Histograms => _entries.SelectMany(entry => entry.Histograms);

    /// <summary>Fills every histogram: with a value per event, or with one per object and the weight and the row of its event.</summary>
    /// <param name="columns">What the quantities of the template are taken from.</param>
    /// <param name="weights">Weight of each event, shape <c>[events]</c>.</param>
    /// <param name="rows">The row of the category axes that each event belongs to, see <see cref="Histogram.RowOf(ReadOnlySpan{string})"/>; a negative row fills nothing. Shape <c>[events]</c>.</param>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public void Fill(T columns, Column<double> weights, Column<int> rows)
    {
        var events = new EventColumns(weights, rows);
        if (weights.Length > 0) Fill(columns, events);
    }

    /// <summary>Fills every histogram, in the one category that each event belongs to; an event that belongs to none fills nothing.</summary>
    /// <param name="columns">What the quantities of the template are taken from.</param>
    /// <param name="weights">Weight of each event, shape <c>[events]</c>.</param>
    /// <param name="categories">The categories, along the axes that the histograms were booked with.</param>
    /// <exception cref="ArgumentException">The numbers of events differ, the histograms have other categories, or an event belongs to several.</exception>
    public void Fill(T columns, Column<double> weights, Categories categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        if (Histograms.FirstOrDefault() is { } first) Fill(columns, weights, first.RowsOf(categories));
    }

    internal void Fill(T columns, EventColumns events)
    {
        foreach (var entry in _entries) entry.Fill(columns, events);
    }
}
