using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Ristretto.Columns.Vectors;

namespace Ristretto.Analyses.HH4b;

/// <summary>Everything that the analysis finds out about a selected event.</summary>
public struct EventSummary
{
    /// <summary>|Δη| above which two other jets may be those of vector-boson fusion.</summary>
    public const double VbfLowestDeltaEta = 3.5;

    /// <summary>Run, lumi section and event number.</summary>
    public uint Run, Lumi;

    /// <summary>Event number.</summary>
    public ulong Event;

    /// <summary>Weight.</summary>
    public double Weight;

    /// <summary>How many b tags.</summary>
    public Tag Tag;

    /// <summary>Numbers of selected jets, of tagged ones, of loosely tagged ones, of other jets, muons, electrons.</summary>
    public int Selected, Tagged, TaggedLoose, Others, Muons, Electrons;

    /// <summary>Numbers of vertices, all and good.</summary>
    public int Vertices, GoodVertices;

    /// <summary>Scalar pT sums of the loosely selected and of the selected jets, GeV.</summary>
    public double Ht, HtSelected;

    /// <summary>Sum of the four candidates.</summary>
    public LorentzVector FourJets;

    /// <summary>Its mass in GeV.</summary>
    public double M4j;

    /// <summary>The three pairings, and which of them is selected.</summary>
    public ThreePairings Pairings;

    /// <summary>Position of the selected pairing.</summary>
    public int Selection;

    /// <summary>The selected pairing.</summary>
    [UnscopedRef]
    public readonly ref readonly Pairing Best => ref Pairings[Selection];

    /// <summary>The pairing with the closest dijet.</summary>
    [UnscopedRef]
    public readonly ref readonly Pairing MinDr => ref Pairings[Pairing.SmallestDeltaR(Pairings)];

    /// <summary>Whether any pairing has dijet masses of Z or H candidates.</summary>
    public bool PassesMass;

    /// <summary>Signal region, sideband.</summary>
    public bool InSignalRegion, InSideband;

    /// <summary>Mass and |Δη| of the two hardest other jets; −1 when there are fewer, the mass also where nothing depends on it.</summary>
    public double VbfMass, VbfDeltaEta;

    /// <summary>Whether the two hardest other jets look like those of vector-boson fusion.</summary>
    public readonly bool PassesVbf => VbfMass > 400 && VbfDeltaEta > VbfLowestDeltaEta;

    /// <summary>Whether it enters histograms: three or four tags, signal region or sideband.</summary>
    public readonly bool IsPlotted => Tag != Tag.Two && (InSignalRegion || InSideband);

    /// <summary>Whether the trigger fired.</summary>
    public bool Triggered;

    /// <summary>The top-quark candidate.</summary>
    public TopCandidate Top;

    /// <summary>The four candidates, the harder first.</summary>
    public Candidates Jets;

    /// <summary>Sums the transverse momenta of the loosely selected jets, all and selected.</summary>
    public void SumPt(ReadOnlySpan<AnalysisJet> jets)
    {
        (Ht, HtSelected) = (0, 0);
        foreach (ref readonly var jet in jets)
        {
            Ht += jet.Pt;
            if (jet.IsSelected) HtSelected += jet.Pt;
        }
    }
}

/// <summary>The pairings A, B and C of four jets.</summary>
[InlineArray(3)]
public struct ThreePairings
{
    private Pairing _first;
}

/// <summary>Events by the number of b-tagged jets.</summary>
public enum Tag
{
    /// <summary>Exactly three loosely tagged jets.</summary>
    Three,

    /// <summary>At least four tagged jets.</summary>
    Four,

    /// <summary>Exactly two loosely tagged jets.</summary>
    Two,
}
