using Ristretto.Columns.Accumulation;
using Ristretto.Columns.Arrays;

namespace Ristretto.Events.Selections;

/// <summary>Of each factor of the weights, and of their product, the number of events, sums, smallest and largest value. It may be filled from any thread of the event loop; the
/// sums do not depend on the number of threads.</summary>
public sealed class WeightStatistics
{
    private readonly LaneLocal<Content> _content = new(new Content());

    /// <summary>One row for each factor in the order in which they were first seen, the last for the product, called <c>total</c>.</summary>
    public IReadOnlyList<WeightStatistic> Rows => [.. _content.Main.Rows.Where(row => row.Factor != Total), .. _content.Main.Rows.Where(row => row.Factor == Total)];

    /// <summary>The row of a factor.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public WeightStatistic this[string factor] => Rows.FirstOrDefault(row => row.Factor == factor) is { Factor: not null } found ? found
        : throw new ArgumentException($"no weight \"{factor}\" was added; there are: {string.Join(", ", Rows.Select(row => row.Factor))}", nameof(factor));

    private const string Total = "total";

    /// <summary>Adds the weights of the events of a batch.</summary>
    public void Add(Weights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var content = _content.Value;
        foreach (var name in weights.Names) content.Add(name, weights.Factor(name));
        content.Add(Total, weights.Total);
    }

    private sealed class Content : IMergeable<Content>
    {
        private readonly List<WeightStatistic> _rows = [];

        internal IReadOnlyList<WeightStatistic> Rows => _rows;

        public Content CreateEmpty() => new();

        public void Merge(Content other)
        {
            foreach (var row in other._rows) Set(row.Factor, Of(row.Factor).Plus(row));
        }

        public void Clear() => _rows.Clear();

        internal void Add(string factor, Column<double> values) => Set(factor, Of(factor).Plus(values.AsSpan()));

        private WeightStatistic Of(string factor) => _rows.Find(row => row.Factor == factor) is { Factor: not null } known ? known : WeightStatistic.None(factor);

        private void Set(string factor, WeightStatistic row)
        {
            var at = _rows.FindIndex(known => known.Factor == factor);
            if (at >= 0) _rows[at] = row;
            else _rows.Add(row);
        }
    }
}
