using System.Collections.Concurrent;
using Ristretto.Columns.Accumulation;
using Ristretto.Events.Systematics;

namespace Ristretto.Events.Graphs;

/// <summary>A number, or several, that a graph finds.</summary>
/// <typeparam name="T">What it is.</typeparam>
public abstract class GraphValue<T>
{
    private protected GraphValue() { }

    /// <summary>What was found.</summary>
    /// <exception cref="InvalidOperationException">The graph has not run.</exception>
    public abstract T Value { get; }

    /// <summary>The variations under which it was found too, those that do not change it included.</summary>
    /// <exception cref="InvalidOperationException">The graph has not run.</exception>
    public abstract IReadOnlyList<Variation> Variations { get; }

    /// <summary>What was found under a variation.</summary>
    /// <exception cref="InvalidOperationException">The graph has not run.</exception>
    /// <exception cref="ArgumentException">The events were not varied so.</exception>
    public abstract T Under(Variation variation);
}

/// <summary>A number, or several, with what it is found from.</summary>
internal sealed class GraphValue<TContent, T>(Func<bool> hasRun, Func<TContent> make, Func<TContent, T> result) : GraphValue<T> where TContent : class, IMergeable<TContent>
{
    private readonly LaneLocal<TContent> _nominal = new(make());
    private readonly ConcurrentDictionary<Variation, LaneLocal<TContent>> _variations = new();

    public override T Value => result(Found(_nominal));

    public override IReadOnlyList<Variation> Variations => Found(_nominal) is null ? [] : [.. _variations.Keys.Order()];

    public override T Under(Variation variation) => _variations.TryGetValue(variation, out var content) ? result(Found(content))
        : throw new ArgumentException($"there is no variation {variation}{(_variations.IsEmpty ? "" : $"; there are: {string.Join(", ", _variations.Keys.Order())}")}", nameof(variation));

    public override string ToString() => hasRun() ? $"{Value}" : "not run";

    internal void Add<TQuantity>(Varied<TQuantity> quantity, Action<TContent, TQuantity> add)
    {
        add(_nominal.Value, quantity.Nominal);
        foreach (var variation in quantity.Variations) add(_variations.GetOrAdd(variation, _ => new LaneLocal<TContent>(make())).Value, quantity[variation]);
    }

    private TContent Found(LaneLocal<TContent> content) => hasRun() ? content.Main : throw new InvalidOperationException("the graph has not run; call Run first");
}
