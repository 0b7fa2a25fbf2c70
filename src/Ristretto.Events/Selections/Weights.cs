using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;
using Ristretto.Events.Systematics;

namespace Ristretto.Events.Selections;

/// <summary>The weight of each event as a product of named factors, some of which have variations. Data have none and weigh 1.</summary>
public sealed partial class Weights
{
    private readonly EventBatch? _events;           // in which NaN are looked for; null for selected ones
    private readonly int _length;
    private readonly Workspace _workspace;
    private readonly SystematicsMode _mode;
    private readonly List<NamedFactor> _factors = [];
    private Column<double>? _total;

    /// <summary>Weights 1 for the events of a batch.</summary>
    public Weights(EventBatch events) : this(events.Length, events.Source.Workspace, events.Systematics) => _events = events;

    private Weights(int length, Workspace workspace, SystematicsMode mode) => (_length, _workspace, _mode) = (length, workspace, mode);

    /// <summary>Number of events.</summary>
    public int Length => _length;

    /// <summary>Names of the factors, in the order they were added.</summary>
    public IReadOnlyList<string> Names => [.. _factors.Select(factor => factor.Name)];

    /// <summary>The variations of all factors, in the order they were added.</summary>
    public IEnumerable<Variation> Variations => _factors.SelectMany(factor => factor.Variations, (factor, varied) => new Variation(factor.Name, varied.Tag));

    /// <summary>The product of all factors, shape <c>[events]</c>. NaN stay in it; <see cref="Engine.RunReport.NaNWeights"/> says which factors have any.</summary>
    public Column<double> Total => _total ??= Product(_ => null);

    /// <summary>The product of all factors under a variation, shape <c>[events]</c>: the nominal one under a variation of something else.</summary>
    public Column<double> this[Variation variation] =>
        Find(variation) is { } varied ? Product(factor => factor.Name == variation.Source ? varied : null) : Total;

    /// <summary>The weights of the events for which a mask is true.</summary>
    /// <exception cref="ArgumentException">The mask has another length.</exception>
    public Weights this[Mask events] => this[events.ToIndex(_length)];

    /// <summary>The weights of the given events.</summary>
    public Weights this[EventIndex events]
    {
        get
        {
            var selected = new Weights(events.Length, _workspace, _mode);
            foreach (var factor in _factors) selected._factors.Add(new NamedFactor(factor.Name, factor.Nominal[events], [.. factor.Variations.Select(varied => (varied.Tag, varied.Factor[events]))]));
            return selected;
        }
    }

    /// <summary>Multiplies a factor to the weights and returns them.</summary>
    /// <exception cref="ArgumentException">There is a factor of this name already, or it is for another number of events.</exception>
    public Weights Add(string name, Column<double> factor) => Add(name, factor, []);

    /// <summary>Multiplies a factor to the weights and returns them.</summary>
    public Weights Add(string name, Column<float> factor) => Add(name, factor.To<double>());

    /// <summary>Multiplies a factor with its variations up and down to the weights and returns them.</summary>
    /// <param name="name">Name of the factor, which is also the source of the variations.</param>
    /// <param name="factor">The nominal factor.</param>
    /// <param name="up">The factor in its place under <c>name:up</c>.</param>
    /// <param name="down">The factor in its place under <c>name:down</c>.</param>
    /// <exception cref="ArgumentException">There is a factor of this name already, or one is for another number of events.</exception>
    public Weights Add(string name, Column<double> factor, Column<double> up, Column<double> down) => Add(name, factor, [(Variation.Up, up), (Variation.Down, down)]);

    /// <summary>Multiplies a factor with any number of variations to the weights and returns them.</summary>
    /// <param name="name">Name of the factor, which is also the source of the variations.</param>
    /// <param name="factor">The nominal factor.</param>
    /// <param name="variations">The factors in its place, and what the variations are called.</param>
    /// <exception cref="ArgumentException">There is a factor of this name already, two variations have one name, or one is for another number of events.</exception>
    public Weights Add(string name, Column<double> factor, params ReadOnlySpan<(string Tag, Column<double> Factor)> variations)
    {
        if (_factors.Any(known => known.Name == name)) throw new ArgumentException($"there is a weight \"{name}\" already");
        Require(name, factor);
        List<(string Tag, Column<double> Factor)> kept = [];
        foreach (var (tag, varied) in variations)
        {
            Require($"{name}:{tag}", varied);
            if (kept.Exists(known => known.Tag == tag)) throw new ArgumentException($"the weight \"{name}\" has two variations \"{tag}\"");
            if (_mode != SystematicsMode.None) kept.Add((tag, varied));
        }
        if (_events is not null) WeightChecks.Note(_events, name, factor.AsSpan(), kept);
        _factors.Add(new NamedFactor(name, factor, kept));
        _total = null;
        return this;
    }

    /// <summary>The same factors, to which more can be added.</summary>
    internal Weights Copy()
    {
        var copy = _events is null ? new Weights(_length, _workspace, _mode) : new Weights(_events);
        copy._factors.AddRange(_factors);
        return copy;
    }

    private Column<double>? Find(Variation variation)
    {
        foreach (var factor in _factors)
            if (factor.Name == variation.Source)
                foreach (var (tag, varied) in factor.Variations)
                    if (tag == variation.Tag) return varied;
        return null;
    }

    // In the order of the factors, so that a variation that changes nothing gives the nominal weights bit for bit.
    private Column<double> Product(Func<NamedFactor, Column<double>?> replacement)
    {
        Column<double>? product = null;
        foreach (var factor in _factors)
        {
            var mine = replacement(factor) ?? factor.Nominal;
            product = product is { } before ? before * mine : mine;
        }
        return product ?? Ones();
    }

    private Column<double> Ones()
    {
        var ones = ColumnBuffer<double>.Allocate(_workspace, _length);
        ones.Span.Fill(1);
        return new Column<double>(ones);
    }

    private void Require(string name, Column<double> factor)
    {
        if (factor.Length != _length) throw new ArgumentException($"the weight \"{name}\" has {factor.Length} values for {_length} events");
    }

    private sealed record NamedFactor(string Name, Column<double> Nominal, IReadOnlyList<(string Tag, Column<double> Factor)> Variations);
}
