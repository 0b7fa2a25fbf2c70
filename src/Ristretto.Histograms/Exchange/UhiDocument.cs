namespace Ristretto.Histograms.Exchange;

/// <summary>What a UHI JSON document holds, each by its key and in the order of the document.</summary>
/// <param name="Histograms">Storages int, double and weighted.</param>
/// <param name="Profiles">Storages mean and weighted_mean.</param>
public sealed record UhiDocument(IReadOnlyDictionary<string, Histogram> Histograms, IReadOnlyDictionary<string, Profile> Profiles);
