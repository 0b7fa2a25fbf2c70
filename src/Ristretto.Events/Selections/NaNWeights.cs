using System.Numerics;
using System.Runtime.InteropServices;
using Ristretto.Events.Batches;
using Ristretto.Events.Batches.Views;

namespace Ristretto.Events.Selections;

/// <summary>Factors of weights that were NaN, for one thread.</summary>
internal sealed class NaNWeights
{
    private readonly Dictionary<string, NaNWeight> _factors = new(StringComparer.Ordinal);

    /// <summary>What was found by several threads; the first event is that of the first file, by its path.</summary>
    internal static IReadOnlyList<NaNWeight> Join(IEnumerable<NaNWeights> found) =>
    [
        .. found.SelectMany(weights => weights._factors.Values).GroupBy(weight => weight.Factor, StringComparer.Ordinal)
            .Select(group => group.OrderBy(weight => weight.Path, StringComparer.Ordinal).ThenBy(weight => weight.Entry).First() with { Events = group.Sum(weight => weight.Events) })
            .OrderBy(weight => weight.Factor, StringComparer.Ordinal),
    ];

    /// <summary>Whether there is a NaN among the values.</summary>
    private static bool AreIn(ReadOnlySpan<double> values)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(values);
        var isNumber = Vector<long>.AllBitsSet;
        foreach (var vector in vectors) isNumber &= Vector.Equals(vector, vector);
        if (!Vector.EqualsAll(isNumber, Vector<long>.AllBitsSet)) return true;
        foreach (var value in values[(vectors.Length * Vector<double>.Count)..])
            if (double.IsNaN(value)) return true;
        return false;
    }

    /// <summary>Notes the NaN of a factor with the batch that the engine knows.</summary>
    internal void Note(EventBatch events, string factor, ReadOnlySpan<double> values)
    {
        if (!AreIn(values)) return;
        var (count, position) = (0L, -1);
        for (var i = values.Length - 1; i >= 0; i--)
            if (double.IsNaN(values[i])) (count, position) = (count + 1, i);
        while (events.Source is SelectedEvents selected) (events, position) = (selected.Parent, selected.Events.AsSpan()[position]);
        Add(new NaNWeight(factor, count, events.Path, events.FirstEntry + position));
    }

    private void Add(NaNWeight weight)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_factors, weight.Factor, out var isKnown);
        if (!isKnown)
        {
            known = weight;
            return;
        }
        var isEarlier = string.CompareOrdinal(weight.Path, known!.Path) is var order && (order < 0 || (order == 0 && weight.Entry < known.Entry));
        known = (isEarlier ? weight : known) with { Events = known.Events + weight.Events };
    }
}
