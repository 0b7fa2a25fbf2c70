using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;

namespace Ristretto.Events.Selections;

/// <summary>The weight of each event as a product of named factors. Data have none and weigh 1.</summary>
public sealed class Weights
{
    private readonly EventBatch _events;
    private readonly List<(string Name, Column<double> Factor)> _factors = [];
    private Column<double>? _total;

    /// <summary>Weights 1 for the events of a batch.</summary>
    public Weights(EventBatch events) => _events = events;

    /// <summary>Names of the factors, in the order they were added.</summary>
    public IReadOnlyList<string> Names => [.. _factors.Select(factor => factor.Name)];

    /// <summary>The product of all factors, shape <c>[events]</c>.</summary>
    public Column<double> Total => _total ??= Product(null);

    /// <summary>Multiplies a factor to the weights and returns them.</summary>
    /// <exception cref="ArgumentException">There is a factor of this name already, or it is for another number of events.</exception>
    public Weights Add(string name, Column<double> factor)
    {
        if (_factors.Any(known => known.Name == name)) throw new ArgumentException($"there is a weight \"{name}\" already");
        if (factor.Length != _events.Length) throw new ArgumentException($"the weight \"{name}\" has {factor.Length} values for {_events.Length} events");
        _factors.Add((name, factor));
        _total = null;
        return this;
    }

    /// <summary>Multiplies a factor to the weights and returns them.</summary>
    public Weights Add(string name, Column<float> factor) => Add(name, factor.To<double>());

    /// <summary>The product of all factors but one.</summary>
    /// <exception cref="ArgumentException">There is no factor of this name.</exception>
    public Column<double> Without(string name)
    {
        if (_factors.All(known => known.Name != name)) throw new ArgumentException($"there is no weight \"{name}\"; there are: {string.Join(", ", Names)}");
        return Product(name);
    }

    private Column<double> Product(string? left)
    {
        Column<double>? product = null;
        foreach (var (name, factor) in _factors)
            if (name != left) product = product is { } p ? p * factor : factor;
        return product ?? Ones();
    }

    private Column<double> Ones()
    {
        var ones = ColumnBuffer<double>.Allocate(_events.Source.Workspace, _events.Length);
        ones.Span.Fill(1);
        return new Column<double>(ones);
    }
}
