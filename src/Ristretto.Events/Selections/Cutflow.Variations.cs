using Ristretto.Events.Systematics;

namespace Ristretto.Events.Selections;

/// <remarks>Variations that <see cref="KeepVariations"/> names are counted too: each in a cutflow of its own.</remarks>
public sealed partial class Cutflow
{
    private readonly KeptVariations<Cutflow> _variations;
    private readonly Cutflow? _nominal;

    private Cutflow(Cutflow nominal) : this([.. nominal.Categories]) => _nominal = nominal;

    /// <summary>The cutflow under each variation that was counted, by source and tag.</summary>
    public IReadOnlyList<(Variation Variation, Cutflow Cutflow)> Variations => [.. _variations.All];

    /// <summary>The cutflow under a variation; cuts that come before the variation have their nominal numbers.</summary>
    /// <exception cref="ArgumentException">The variation was not counted, or is not kept.</exception>
    public Cutflow Under(Variation variation) => _variations.Find(variation)
        ?? throw new ArgumentException($"the cutflow has no variation {variation}{(_variations.All.Count == 0 ? "; KeepVariations names those to count" : $"{_variations}")}", nameof(variation));

    /// <summary>Says which variations are counted too: those of sources with these names, with * and ?. By default none: each costs as much as the nominal cutflow.</summary>
    /// <returns>The cutflow itself.</returns>
    /// <exception cref="InvalidOperationException">Something is counted already.</exception>
    public Cutflow KeepVariations(params string[] sources)
    {
        if (Cuts.Count > 0) throw new InvalidOperationException("the cutflow has counted events already; say which variations to keep before");
        _variations.Sources = sources;
        return this;
    }

    /// <summary>The cutflow that counts under a variation; null when it is not kept.</summary>
    internal Cutflow? Taking(Variation variation) => _variations.Taking(variation);
}
