using Ristretto.Events.Batches;
using Ristretto.Events.Batches.Views;
using Ristretto.Events.Systematics;

namespace Ristretto.Events.Selections;

/// <summary>What is odd about the weights that one thread has seen: factors that were NaN, variations that changed nothing.</summary>
internal sealed class WeightChecks
{
    private readonly Dictionary<Variation, bool> _hasEffect = [];

    internal NaNWeights NaN { get; } = new();

    /// <summary>Notes a factor of the weights with the batch that the engine knows. Those of varied events are those of the events as they are.</summary>
    internal static void Note(EventBatch events, string factor, ReadOnlySpan<double> nominal, IReadOnlyList<(string Tag, Columns.Arrays.Column<double> Factor)> variations)
    {
        var known = events;
        while (known.Source is SelectedEvents selected) known = selected.Parent;
        if (known.Source is ShiftedEvents) return;
        var checks = known.WeightChecks ??= new WeightChecks();
        checks.NaN.Note(events, factor, nominal);
        foreach (var (tag, varied) in variations)
        {
            var variation = new Variation(factor, tag);
            checks.NaN.Note(events, variation.ToString(), varied.AsSpan());
            // Once it has an effect it is not compared any more.
            if (!checks._hasEffect.GetValueOrDefault(variation)) checks._hasEffect[variation] = !varied.AsSpan().SequenceEqual(nominal);
        }
    }

    /// <summary>The variations that no thread has seen change anything.</summary>
    internal static IReadOnlyList<Variation> IdleIn(IEnumerable<WeightChecks> checks) =>
        [.. checks.SelectMany(check => check._hasEffect).GroupBy(entry => entry.Key).Where(entries => entries.All(entry => !entry.Value)).Select(entries => entries.Key).Order()];
}
