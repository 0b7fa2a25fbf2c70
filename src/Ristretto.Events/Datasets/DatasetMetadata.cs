namespace Ristretto.Events.Datasets;

/// <summary>What a fileset says about a data set, beyond its files.</summary>
public sealed record DatasetMetadata
{
    /// <summary>The data-taking period that the data set belongs to or simulates, <c>UL18</c>, <c>2022_EE</c>.</summary>
    public required string Year { get; init; }

    /// <summary>True for simulation, false for recorded data.</summary>
    public required bool IsMc { get; init; }

    /// <summary>The process that an analysis knows it by, <c>TTToHadronic</c>.</summary>
    public required string Process { get; init; }

    /// <summary>The part of the year, for data; null when not given.</summary>
    public string? Era { get; init; }

    /// <summary>Cross section times filter efficiency in pb; given for simulation.</summary>
    public double? CrossSection { get; init; }

    /// <summary>Sum of generator weights over all simulated events, before any skim; given for simulation.</summary>
    public double? SumOfWeights { get; init; }

    /// <summary>Integrated luminosity in pb⁻¹: of the data, or the one that simulation is scaled to.</summary>
    public double? Luminosity { get; init; }

    /// <summary>A factor on the cross section, 1 unless given.</summary>
    public double KFactor { get; init; } = 1;

    /// <summary>Number of events in the files; null when not given.</summary>
    public long? Events { get; init; }

    /// <summary>Every entry of the fileset that is a text, a number or a truth value, as it is written there, by its name.</summary>
    public IReadOnlyDictionary<string, string> Entries { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What the generator weight of an event is multiplied by: luminosity × cross section × k factor / sum of weights for
    /// simulation, 1 for data.</summary>
    /// <exception cref="InvalidOperationException">Simulation without cross section, sum of weights or luminosity; a fileset that was read has them.</exception>
    public double Normalisation => !IsMc ? 1 : Required(Luminosity, "luminosity") * Required(CrossSection, "cross section") * KFactor / Required(SumOfWeights, "sum of weights");

    private double Required(double? value, string what) => value ?? throw new InvalidOperationException($"simulation of {Process} has no {what}");
}
