using Ristretto.Columns.Accumulation;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;
using Ristretto.Events.Systematics;

namespace Ristretto.Events.Selections;

/// <summary>Named, ordered cuts with the number of events, the sum of weights and the sum of squared weights that pass, for each category of events.</summary>
/// <remarks>Declared once and used for every batch: <c>cutflow.Start(ev, weights).Require("trigger", …)</c>. It may be filled from any thread of the event loop.</remarks>
public sealed partial class Cutflow
{
    private readonly LaneLocal<CutflowContent> _content;

    /// <summary>A cutflow for events of the given categories; without any, of one category "all".</summary>
    public Cutflow(params string[] categories)
    {
        Categories = categories.Length == 0 ? ["all"] : categories;
        if (Categories.Distinct().Count() < Categories.Count) throw new ArgumentException("the categories must have different names");
        _content = new LaneLocal<CutflowContent>(new CutflowContent(Categories.Count));
        _variations = new KeptVariations<Cutflow>(_ => new Cutflow(this));
    }

    /// <summary>Names of the categories.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>Names of the cuts in the order in which they were first applied.</summary>
    public IReadOnlyList<string> Cuts => (_nominal ?? this)._content.Main.Cuts;

    /// <summary>The rows of a category, in the order of the cuts.</summary>
    /// <exception cref="ArgumentException">There is no such category.</exception>
    public IReadOnlyList<CutflowRow> this[string category]
    {
        get
        {
            var at = Index(category);
            return _nominal is null ? [.. Enumerable.Range(0, Cuts.Count).Select(cut => _content.Main.Read(cut, at))]
                : [.. _nominal[category].Select(row => _content.Main.Cuts.IndexOf(row.Cut) is >= 0 and var cut ? _content.Main.Read(cut, at) with { After = row.After } : row)];
        }
    }

    /// <summary>Begins with all events of a batch; nothing is counted yet.</summary>
    /// <param name="events">The batch.</param>
    /// <param name="weights">Weight of each event, shape <c>[events]</c>.</param>
    public CutflowStep Start(EventBatch events, Column<double> weights) => new(this, events.All(), weights, null, null);

    /// <summary>Begins with all events of a batch; nothing is counted yet. Variations of the weights that <see cref="KeepVariations"/> names are counted too.</summary>
    public CutflowStep Start(EventBatch events, Weights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return new(this, events.All(), weights.Total, null, null, Kept(events, weights, weights.Variations));
    }

    /// <summary>Begins with all events of a batch; nothing is counted yet. Variations of the events and of the weights that <see cref="KeepVariations"/> names are
    /// counted too.</summary>
    /// <param name="events">The events and their variations.</param>
    /// <param name="weights">The weights of the nominal events.</param>
    public CutflowStep Start<TBatch>(Varied<TBatch> events, Weights weights) where TBatch : EventBatch
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(weights);
        return new(this, events.Nominal.All(), weights.Total, null, null, Kept(events.Nominal, weights, events.Variations.Union(weights.Variations)));
    }

    /// <summary>Begins with all events of a batch, each of weight 1; nothing is counted yet.</summary>
    public CutflowStep Start(EventBatch events) => Start(events, new Weights(events).Total);

    private (Variation, CutflowStep)[] Kept(EventBatch events, Weights weights, IEnumerable<Variation> variations)
    {
        if (_variations.Sources.Count == 0) return [];
        List<(Variation, CutflowStep)> kept = [];
        foreach (var variation in variations)
            if (Taking(variation) is { } cutflow) kept.Add((variation, cutflow.Start(events, weights[variation])));
        return [.. kept];
    }

    internal int Index(string category)
    {
        for (var i = 0; i < Categories.Count; i++)
            if (Categories[i] == category) return i;
        throw new ArgumentException($"the cutflow has no category \"{category}\"; it has: {string.Join(", ", Categories)}");
    }

    internal CutflowContent.Cell[] Row(string cut, string? before) => _content.Value.Row(cut, before);
}
