using System.Numerics;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Selections;
using Ristretto.Events.Systematics;

namespace Ristretto.Histograms;

/// <remarks>The forms for columns. Filled with something that varies, the histogram grows one more of itself for each variation.</remarks>
public sealed partial class GrowingHistogram
{
    private readonly KeptVariations<GrowingHistogram> _variations;

    /// <summary>The histogram under each variation that it was filled with, by source and tag.</summary>
    public IReadOnlyList<(Variation Variation, GrowingHistogram Histogram)> Variations => [.. _variations.All];

    /// <summary>The histogram under a variation.</summary>
    /// <exception cref="ArgumentException">It was not filled with this variation, or does not keep it.</exception>
    public GrowingHistogram Under(Variation variation) => _variations.Find(variation) ?? throw new ArgumentException($"histogram \"{Name}\" has no variation {variation}{_variations}", nameof(variation));

    /// <summary>Says which variations the histogram keeps: those of sources with these names, with * and ?; without names none. By default it keeps all.</summary>
    /// <returns>The histogram itself.</returns>
    /// <exception cref="InvalidOperationException">It is filled already.</exception>
    public GrowingHistogram KeepVariations(params string[] sources)
    {
        if (Entries > 0) throw new InvalidOperationException($"histogram \"{Name}\" is filled already; say which variations to keep before");
        _variations.Sources = sources;
        return this;
    }

    /// <summary>Adds an entry for each event with its weight, all at these categories, and under each variation of the weights.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the histogram has other axes.</exception>
    public void Fill<T>(Column<T> x, Weights weights, params ReadOnlySpan<string> categories) where T : unmanaged, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(weights);
        Fill(x.AsSpan(), weights.Total.AsSpan(), categories);
        foreach (var variation in weights.Variations)
            if (_variations.Taking(variation) is { } target) target.Fill(x.AsSpan(), weights[variation].AsSpan(), categories);
    }

    /// <summary>Adds an entry for each event with its weight, all at these categories, and under each variation of the values or the weights.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the histogram has other axes.</exception>
    public void Fill<T>(Varied<(Column<T> X, Weights Weights)> entries, params ReadOnlySpan<string> categories) where T : unmanaged, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(entries);
        var nominal = entries.Nominal;
        Fill(nominal.X.AsSpan(), nominal.Weights.Total.AsSpan(), categories);
        foreach (var variation in nominal.Weights.Variations.Union(entries.Variations))
            if (_variations.Taking(variation) is { } target && entries[variation] is var (x, weights)) target.Fill(x.AsSpan(), weights[variation].AsSpan(), categories);
    }
}
