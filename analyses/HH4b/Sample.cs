using Ristretto.Events.Datasets;

namespace Ristretto.Analyses.HH4b;

/// <summary>What the selection must know about the events that it is given.</summary>
public sealed record Sample
{
    /// <summary>Name of the data set.</summary>
    public required string Name { get; init; }

    /// <summary>Data, background or signal.</summary>
    public required Kind Kind { get; init; }

    /// <summary>What differs in the year.</summary>
    public required Year Year { get; init; }

    /// <summary>Certified lumi sections; data only.</summary>
    public LumiMask Certified { get; init; } = LumiMask.Empty;

    /// <summary>Luminosity of each section, where the corrections have it; data only.</summary>
    public LuminosityTable? Luminosity { get; init; }

    /// <summary>Luminosity times cross section over the sum of generator weights; simulation only.</summary>
    public double Normalisation { get; init; } = 1;

    /// <summary>Pile-up weight as a function of the true number of interactions; simulation only.</summary>
    public PileupWeight? Pileup { get; init; }

    /// <summary>Events with a larger absolute generator weight are left out; simulation only.</summary>
    public double LargestWeight { get; init; } = double.PositiveInfinity;

    /// <summary>Whether the file has the generator columns with which four b jets are looked for; signal only.</summary>
    public bool HasGeneratorJets { get; init; }

    /// <summary>Whether the relative isolation in a cone of 0.3 is stored for muons and for electrons.</summary>
    public bool HasMuonIsolation { get; init; }

    /// <summary>How many selected events are written as a table.</summary>
    public int DumpEvents { get; init; }

    /// <summary>Whether all histograms are filled; the mass of the four jets always is.</summary>
    public bool WithHistograms { get; init; } = true;

    /// <summary>Whether these are recorded events.</summary>
    public bool IsData => Kind == Kind.Data;
}
