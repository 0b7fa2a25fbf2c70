using Ristretto.Events.Systematics;

namespace Ristretto.Histograms;

/// <remarks>Filled with something that varies, a histogram grows one more of itself for each variation, of all or of those that <see cref="KeepVariations"/> names.</remarks>
public sealed partial class Histogram
{
    private readonly KeptVariations<Histogram> _variations;

    /// <summary>The histogram under each variation that it was filled with, by source and tag. One that was the same as the nominal in every event is there too.</summary>
    public IReadOnlyList<(Variation Variation, Histogram Histogram)> Variations => [.. _variations.All];

    /// <summary>The histogram under a variation.</summary>
    /// <exception cref="ArgumentException">It was not filled with this variation, or does not keep it.</exception>
    public Histogram Under(Variation variation) => _variations.Find(variation) ?? throw new ArgumentException($"histogram \"{Name}\" has no variation {variation}{_variations}");

    /// <summary>Says which variations the histogram keeps: those of sources with these names, with * and ?; without names none. By default it keeps all.</summary>
    /// <returns>The histogram itself.</returns>
    /// <exception cref="InvalidOperationException">It is filled already.</exception>
    public Histogram KeepVariations(params string[] sources)
    {
        RequireUnfilled("KeepVariations");
        _variations.Sources = sources;
        return this;
    }

    /// <summary>The histogram that takes the entries under a variation; null when it is not kept.</summary>
    internal Histogram? Taking(Variation variation) => _variations.Taking(variation);

    private IReadOnlyList<string> Kept
    {
        get => _variations.Sources;
        init => _variations.Sources = value;
    }

    private Histogram MakeVaried(Variation variation)
    {
        var varied = CreateEmpty().WithName(variation.NameOf(Name));
        varied._storage.Name = null;        // the nominal one tells whether it was filled
        return varied;
    }
}
