using Ristretto.Histograms.Axes;

namespace Ristretto.Histograms.Booking;

/// <summary>A line of a template.</summary>
internal interface ITemplateEntry<T>
{
    /// <summary>Name of the histogram, prefix of the group; empty for a group without prefix.</summary>
    string Name { get; }

    /// <summary>Names of all histograms that it makes.</summary>
    IEnumerable<string> Names => [Name];

    ITemplateEntry<T> WithAxis(NumericAxis axis);

    IBookedEntry<T> Book(string prefix, IReadOnlyList<StringCategoryAxis> categories);
}

/// <summary>The histograms that a line of a template has become.</summary>
internal interface IBookedEntry<T>
{
    IEnumerable<Histogram> Histograms { get; }

    void Fill(T columns, EventColumns events);
}

/// <summary>A histogram of one quantity.</summary>
internal sealed record OneQuantity<T>(string Name, NumericAxis Axis, Func<T, FillValues> Quantity) : ITemplateEntry<T>
{
    public ITemplateEntry<T> WithAxis(NumericAxis axis) => this with { Axis = axis };

    public IBookedEntry<T> Book(string prefix, IReadOnlyList<StringCategoryAxis> categories) =>
        new Booked(Histogram.Of(prefix + Name, [.. categories, Axis]), Quantity);

    private sealed class Booked(Histogram histogram, Func<T, FillValues> quantity) : IBookedEntry<T>
    {
        public IEnumerable<Histogram> Histograms => [histogram];

        public void Fill(T columns, EventColumns events) => quantity(columns).Fill(histogram, events);
    }
}

/// <summary>A histogram of two quantities.</summary>
internal sealed record TwoQuantities<T>(string Name, NumericAxis X, NumericAxis Y, Func<T, FillValues> XQuantity, Func<T, FillValues> YQuantity) : ITemplateEntry<T>
{
    public ITemplateEntry<T> WithAxis(NumericAxis axis) => throw new ArgumentException($"\"{Name}\" has two axes");

    public IBookedEntry<T> Book(string prefix, IReadOnlyList<StringCategoryAxis> categories) =>
        new Booked(Histogram.Of(prefix + Name, [.. categories, X, Y]), XQuantity, YQuantity);

    private sealed class Booked(Histogram histogram, Func<T, FillValues> xQuantity, Func<T, FillValues> yQuantity) : IBookedEntry<T>
    {
        public IEnumerable<Histogram> Histograms => [histogram];

        public void Fill(T columns, EventColumns events) => xQuantity(columns).Fill(yQuantity(columns), histogram, events);
    }
}

/// <summary>The histograms of a part of the columns.</summary>
internal sealed record PartEntry<T, TPart>(string Name, Func<T, TPart> Part, HistogramTemplate<TPart> Template) : ITemplateEntry<T>
{
    private string Prefix => Name.Length == 0 ? "" : Name + ".";

    public IEnumerable<string> Names => Template.Names.Select(name => Prefix + name);

    public ITemplateEntry<T> WithAxis(NumericAxis axis) => throw new ArgumentException($"\"{Name}\" is a group of histograms");

    public IBookedEntry<T> Book(string prefix, IReadOnlyList<StringCategoryAxis> categories) => new Booked(Template.BookAll(prefix + Prefix, categories), Part);

    private sealed class Booked(BookedHistograms<TPart> histograms, Func<T, TPart> part) : IBookedEntry<T>
    {
        public IEnumerable<Histogram> Histograms => histograms.Histograms;

        public void Fill(T columns, EventColumns events) => histograms.Fill(part(columns), events);
    }
}
