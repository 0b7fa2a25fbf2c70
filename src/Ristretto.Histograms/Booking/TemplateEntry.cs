using Ristretto.Histograms.Axes;

namespace Ristretto.Histograms.Booking;

/// <summary>A line of a template.</summary>
internal interface ITemplateEntry<T>
{
    string Name { get; }

    ITemplateEntry<T> WithAxis(NumericAxis axis);

    IBookedEntry<T> Book(string prefix, IReadOnlyList<StringCategoryAxis> categories);
}

/// <summary>The histograms that a line of a template has become.</summary>
internal interface IBookedEntry<T>
{
    IEnumerable<Histogram> Histograms { get; }

    void Fill(ReadOnlySpan<T> items, ReadOnlySpan<double> weights, ReadOnlySpan<int> rows);
}

/// <summary>A histogram of one quantity.</summary>
internal sealed record OneQuantity<T>(string Name, NumericAxis Axis, Quantity<T> Quantity) : ITemplateEntry<T>
{
    public ITemplateEntry<T> WithAxis(NumericAxis axis) => this with { Axis = axis };

    public IBookedEntry<T> Book(string prefix, IReadOnlyList<StringCategoryAxis> categories) =>
        new Booked(Histogram.Of(prefix + Name, [.. categories, Axis]), Quantity);

    private sealed class Booked(Histogram histogram, Quantity<T> quantity) : IBookedEntry<T>
    {
        public IEnumerable<Histogram> Histograms => [histogram];

        public void Fill(ReadOnlySpan<T> items, ReadOnlySpan<double> weights, ReadOnlySpan<int> rows)
        {
            var values = Scratch<double>.Take(items.Length);
            for (var i = 0; i < items.Length; i++) values[i] = quantity(in items[i]);
            histogram.Fill(values.AsSpan(0, items.Length), weights, rows);
            Scratch<double>.Give(values);
        }
    }
}

/// <summary>A histogram of two quantities.</summary>
internal sealed record TwoQuantities<T>(string Name, NumericAxis X, NumericAxis Y, Quantity<T> XQuantity, Quantity<T> YQuantity) : ITemplateEntry<T>
{
    public ITemplateEntry<T> WithAxis(NumericAxis axis) => throw new ArgumentException($"\"{Name}\" has two axes");

    public IBookedEntry<T> Book(string prefix, IReadOnlyList<StringCategoryAxis> categories) =>
        new Booked(Histogram.Of(prefix + Name, [.. categories, X, Y]), XQuantity, YQuantity);

    private sealed class Booked(Histogram histogram, Quantity<T> xQuantity, Quantity<T> yQuantity) : IBookedEntry<T>
    {
        public IEnumerable<Histogram> Histograms => [histogram];

        public void Fill(ReadOnlySpan<T> items, ReadOnlySpan<double> weights, ReadOnlySpan<int> rows)
        {
            var (xs, ys) = (Scratch<double>.Take(items.Length), Scratch<double>.Take(items.Length));
            for (var i = 0; i < items.Length; i++) (xs[i], ys[i]) = (xQuantity(in items[i]), yQuantity(in items[i]));
            histogram.Fill(xs.AsSpan(0, items.Length), ys.AsSpan(0, items.Length), weights, rows);
            Scratch<double>.Give(xs);
            Scratch<double>.Give(ys);
        }
    }
}

/// <summary>The histograms of a part of the item.</summary>
internal sealed record PartEntry<T, TPart>(string Name, Part<T, TPart> Part, HistogramTemplate<TPart> Template) : ITemplateEntry<T>
{
    public ITemplateEntry<T> WithAxis(NumericAxis axis) => throw new ArgumentException($"\"{Name}\" is a group of histograms");

    public IBookedEntry<T> Book(string prefix, IReadOnlyList<StringCategoryAxis> categories) => new Booked(Template.Book(prefix + Name, categories), Part);

    private sealed class Booked(BookedHistograms<TPart> histograms, Part<T, TPart> part) : IBookedEntry<T>
    {
        public IEnumerable<Histogram> Histograms => histograms.Histograms;

        public void Fill(ReadOnlySpan<T> items, ReadOnlySpan<double> weights, ReadOnlySpan<int> rows)
        {
            var parts = Scratch<TPart>.Take(items.Length);
            for (var i = 0; i < items.Length; i++) parts[i] = part(in items[i]);
            histograms.Fill(parts.AsSpan(0, items.Length), weights, rows);
            Scratch<TPart>.Give(parts);
        }
    }
}
