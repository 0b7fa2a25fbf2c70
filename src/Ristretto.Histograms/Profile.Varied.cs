using System.Numerics;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Selections;
using Ristretto.Events.Systematics;

namespace Ristretto.Histograms;

/// <remarks>The forms for columns. Filled with something that varies, a profile grows one more of itself for each variation, as a histogram does.</remarks>
public sealed partial class Profile
{
    private readonly KeptVariations<Profile> _variations;

    /// <summary>The profile under each variation that it was filled with, by source and tag.</summary>
    public IReadOnlyList<(Variation Variation, Profile Profile)> Variations => [.. _variations.All];

    /// <summary>The profile under a variation.</summary>
    /// <exception cref="ArgumentException">It was not filled with this variation, or does not keep it.</exception>
    public Profile Under(Variation variation) => _variations.Find(variation) ?? throw new ArgumentException($"profile \"{Name}\" has no variation {variation}{_variations}", nameof(variation));

    /// <summary>Says which variations the profile keeps: those of sources with these names, with * and ?; without names none. By default it keeps all.</summary>
    /// <returns>The profile itself.</returns>
    /// <exception cref="InvalidOperationException">It is filled already.</exception>
    public Profile KeepVariations(params string[] sources)
    {
        if (Entries > 0) throw new InvalidOperationException($"profile \"{Name}\" is filled already; say which variations to keep before");
        _variations.Sources = sources;
        return this;
    }

    /// <summary>Adds an entry of weight one for each event.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the profile has other axes.</exception>
    public void Fill<T>(Column<T> x, Column<T> samples) where T : unmanaged, INumber<T> => Fill(x.AsSpan(), samples.AsSpan(), []);

    /// <summary>Adds an entry for each event with its weight.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the profile has other axes.</exception>
    public void Fill<T>(Column<T> x, Column<T> samples, Column<double> weights) where T : unmanaged, INumber<T>
    {
        if (weights.Length != x.Length) throw new ArgumentException($"profile \"{Name}\": {x.Length} values and {weights.Length} weights do not go together", nameof(weights));
        Fill(x.AsSpan(), samples.AsSpan(), weights.AsSpan());
    }

    /// <summary>Adds an entry for each event with its weight, and under each variation of the weights.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the profile has other axes.</exception>
    public void Fill<T>(Column<T> x, Column<T> samples, Weights weights) where T : unmanaged, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(weights);
        Fill(x, samples, weights.Total);
        foreach (var variation in weights.Variations)
            if (_variations.Taking(variation) is { } target) target.Fill(x, samples, weights[variation]);
    }

    /// <summary>Adds an entry for each event with its weight, and under each variation of the values, the quantity or the weights.</summary>
    /// <param name="entries">Values of the variable, the quantity, one number each per event, and the weights.</param>
    /// <exception cref="ArgumentException">The numbers of events differ, or the profile has other axes.</exception>
    public void Fill<T>(Varied<(Column<T> X, Column<T> Samples, Weights Weights)> entries) where T : unmanaged, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(entries);
        var nominal = entries.Nominal;
        Fill(nominal.X, nominal.Samples, nominal.Weights.Total);
        foreach (var variation in nominal.Weights.Variations.Union(entries.Variations))
            if (_variations.Taking(variation) is { } target && entries[variation] is var (x, samples, weights)) target.Fill(x, samples, weights[variation]);
    }

    private Profile MakeVaried(Variation variation) => new(variation.NameOf(Name), [.. Axes], Kind, Title);
}
