using System.Collections.Concurrent;
using System.IO.Enumeration;
using Ristretto.Events.Systematics;

namespace Ristretto.Histograms;

/// <remarks>Filled with something that varies, a histogram grows one more of itself for each variation, of all or of those that <see cref="KeepVariations"/> names.</remarks>
public sealed partial class Histogram
{
    private readonly ConcurrentDictionary<Variation, Histogram> _variations = new();
    private string[] _kept = ["*"];

    /// <summary>The histogram under each variation that it was filled with, by source and tag. One that was the same as the nominal in every event is there too.</summary>
    public IReadOnlyList<(Variation Variation, Histogram Histogram)> Variations => [.. _variations.OrderBy(entry => entry.Key).Select(entry => (entry.Key, entry.Value))];

    /// <summary>The histogram under a variation.</summary>
    /// <exception cref="ArgumentException">It was not filled with this variation, or does not keep it.</exception>
    public Histogram Under(Variation variation) => _variations.TryGetValue(variation, out var histogram) ? histogram
        : throw new ArgumentException($"histogram \"{Name}\" has no variation {variation}{(_variations.IsEmpty ? "" : $"; it has: {string.Join(", ", Variations.Select(entry => entry.Variation))}")}");

    /// <summary>Says which variations the histogram keeps: those of sources with these names, with * and ?; without names none. By default it keeps all.</summary>
    /// <returns>The histogram itself.</returns>
    /// <exception cref="InvalidOperationException">It is filled already.</exception>
    public Histogram KeepVariations(params string[] sources)
    {
        RequireUnfilled("KeepVariations");
        _kept = sources;
        return this;
    }

    /// <summary>The histogram that takes the entries under a variation; null when it is not kept.</summary>
    internal Histogram? Taking(Variation variation)
    {
        if (_variations.TryGetValue(variation, out var known)) return known;
        if (!_kept.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, variation.Source, ignoreCase: false))) return null;
        // The name that Combine and HistFactory expect.
        var tag = variation.Tag.Length > 0 ? char.ToUpperInvariant(variation.Tag[0]) + variation.Tag[1..] : "";
        return _variations.GetOrAdd(variation, _ =>
        {
            var varied = CreateEmpty().WithName($"{Name}_{variation.Source}{tag}");
            varied._storage.Name = null;        // the nominal one tells whether it was filled
            return varied;
        });
    }
}
