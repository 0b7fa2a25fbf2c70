using Ristretto.Histograms.Axes;

namespace Ristretto.Histograms.Booking;

/// <summary>Which histograms are made of columns of one kind, said once: the same template serves all jets, the candidate jets, each of the four.</summary>
/// <typeparam name="T">The columns: of jets, of pairs, of events.</typeparam>
/// <remarks>Templates are immutable: every call gives a new one. Names are joined with dots: <c>quadJet.lead.pt</c>.</remarks>
public sealed class HistogramTemplate<T>
{
    private readonly IReadOnlyList<ITemplateEntry<T>> _entries;

    /// <summary>A template without histograms.</summary>
    public HistogramTemplate() : this([]) { }

    private HistogramTemplate(IReadOnlyList<ITemplateEntry<T>> entries) => _entries = entries;

    /// <summary>Adds a histogram with bins of equal width.</summary>
    public HistogramTemplate<T> Regular(string name, int bins, double low, double high, Func<T, FillValues> quantity) =>
        Add(name, Axis.Regular(name, bins, low, high), quantity);

    /// <summary>Adds a histogram with a bin per integer from <paramref name="start"/> up to, not including, <paramref name="stop"/>.</summary>
    public HistogramTemplate<T> Integer(string name, int start, int stop, Func<T, FillValues> quantity) => Add(name, Axis.Integer(name, start, stop), quantity);

    /// <summary>Adds a histogram with a bin per listed integer.</summary>
    public HistogramTemplate<T> IntCategory(string name, ReadOnlySpan<int> categories, Func<T, FillValues> quantity) => Add(name, Axis.IntCategory(name, categories), quantity);

    /// <summary>Adds a histogram of one quantity.</summary>
    public HistogramTemplate<T> Add(string name, NumericAxis axis, Func<T, FillValues> quantity) => With(new OneQuantity<T>(name, axis, quantity));

    /// <summary>Adds a histogram of two quantities.</summary>
    public HistogramTemplate<T> Add(string name, NumericAxis x, NumericAxis y, Func<T, FillValues> xQuantity, Func<T, FillValues> yQuantity) =>
        With(new TwoQuantities<T>(name, x, y, xQuantity, yQuantity));

    /// <summary>Adds the histograms of a part of the columns, such as the harder jet of pairs, under <c>prefix.</c></summary>
    public HistogramTemplate<T> Include<TPart>(string prefix, Func<T, TPart> part, HistogramTemplate<TPart> template) =>
        With(new PartEntry<T, TPart>(prefix, part, template));

    /// <summary>Adds the histograms of a part of the columns under their own names.</summary>
    public HistogramTemplate<T> Include<TPart>(Func<T, TPart> part, HistogramTemplate<TPart> template) => With(new PartEntry<T, TPart>("", part, template));

    /// <summary>Leaves some histograms out.</summary>
    /// <exception cref="ArgumentException">There is no histogram of one of the names.</exception>
    public HistogramTemplate<T> Without(params ReadOnlySpan<string> names)
    {
        var left = _entries.ToList();
        foreach (var name in names) left.Remove(_entries[IndexOf(name)]);
        return new HistogramTemplate<T>(left);
    }

    /// <summary>Gives a histogram of one quantity other bins of equal width.</summary>
    /// <exception cref="ArgumentException">There is no such histogram.</exception>
    public HistogramTemplate<T> WithBins(string name, int bins, double low, double high)
    {
        var changed = _entries.ToArray();
        var at = IndexOf(name);
        changed[at] = changed[at].WithAxis(Axis.Regular(name, bins, low, high));
        return new HistogramTemplate<T>(changed);
    }

    /// <summary>Makes the histograms.</summary>
    /// <param name="prefix">What stands before the names, without the dot; empty for nothing.</param>
    /// <param name="categories">The string-category axes that every histogram gets in front.</param>
    public BookedHistograms<T> Book(string prefix, params IReadOnlyList<StringCategoryAxis> categories) => BookAll(prefix.Length == 0 ? "" : prefix + ".", categories);

    internal IEnumerable<string> Names => _entries.SelectMany(entry => entry.Names);

    internal BookedHistograms<T> BookAll(string prefix, IReadOnlyList<StringCategoryAxis> categories) =>
        new([.. _entries.Select(entry => entry.Book(prefix, categories))]);

    private HistogramTemplate<T> With(ITemplateEntry<T> entry) =>
        Names.Intersect(entry.Names).FirstOrDefault() is { } twice
            ? throw new ArgumentException($"the template has a histogram \"{twice}\" already")
            : new HistogramTemplate<T>([.. _entries, entry]);

    private int IndexOf(string name)
    {
        for (var i = 0; i < _entries.Count; i++)
            if (_entries[i].Name == name) return i;
        throw new ArgumentException($"the template has no histogram \"{name}\"; it has: {string.Join(", ", _entries.Select(entry => entry.Name))}");
    }
}
