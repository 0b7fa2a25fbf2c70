using Ristretto.Columns.Arrays;
using Ristretto.Columns.Vectors;

namespace Ristretto.Analyses.HH4b;

/// <summary>The two bosons of events with four candidate jets, and the regions that they lie in; shape <c>[events]</c>.</summary>
public sealed class Reconstruction
{
    /// <summary>Reconstructs events.</summary>
    /// <param name="jets">Their jets, at least four selected.</param>
    /// <param name="events">Their event numbers.</param>
    /// <param name="year">The year.</param>
    public Reconstruction(SelectedJets jets, Column<ulong> events, Year year)
    {
        Jets = Candidates.Find(jets.Jets, jets.IsSelected, year, out var isCandidate);
        IsCandidate = isCandidate;
        FourJets = Jets[0].P4 + Jets[1].P4 + Jets[2].P4 + Jets[3].P4;
        M4j = FourJets.Mass;

        Pairing[] pairings = [new(Jets, 0, year.Run), new(Jets, 1, year.Run), new(Jets, 2, year.Run)];
        var selected = year.Run == 2 ? PairingChoice.Run2(pairings, M4j, events) : PairingChoice.Run3(pairings, FourJets);
        (Selected, SelectedByDeltaR) = (selected.Of(pairings, pairing => pairing.Arrangement), selected.Of(pairings, pairing => pairing.ByDeltaR));
        var closest = PairingChoice.SmallestDeltaR(pairings);
        (Closest, ClosestByDeltaR) = (closest.Of(pairings, pairing => pairing.Arrangement), closest.Of(pairings, pairing => pairing.ByDeltaR));

        var (lead, subl) = (selected.Of(pairings, pairing => pairing.LeadMass), selected.Of(pairings, pairing => pairing.SublMass));
        PassesMass = pairings[0].PassesMass | pairings[1].PassesMass | pairings[2].PassesMass;
        InSignalRegion = PassesMass & (year.Run == 2
            ? MassPlane.IsZZ(lead, subl) | MassPlane.IsZH(lead, subl) | MassPlane.IsHH(lead, subl)
            : MassPlane.Rhh(lead, subl) < 30);
        InSideband = PassesMass & !InSignalRegion & MassPlane.PassesMass(lead, subl, year.Run);
        VbfJets = VbfJets.Find(jets.Jets, isCandidate, year);
    }

    /// <summary>The four candidate jets.</summary>
    public Candidates Jets { get; }

    /// <summary>Which of the loosely selected jets they are; shape <c>[events][jets]</c>.</summary>
    public JaggedMask IsCandidate { get; }

    /// <summary>Sum of their four-vectors.</summary>
    public LorentzVectorColumn FourJets { get; }

    /// <summary>Its mass in GeV.</summary>
    public Column<double> M4j { get; }

    /// <summary>Leading and subleading dijet of the selected pairing; see <see cref="Arrangement"/>.</summary>
    public Column<int> Selected { get; }

    /// <summary>Closer and other dijet of the selected pairing.</summary>
    public Column<int> SelectedByDeltaR { get; }

    /// <summary>Leading and subleading dijet of the pairing with the closest dijet.</summary>
    public Column<int> Closest { get; }

    /// <summary>Closer and other dijet of the pairing with the closest dijet.</summary>
    public Column<int> ClosestByDeltaR { get; }

    /// <summary>Whether any pairing has dijet masses of Z or H candidates.</summary>
    public Mask PassesMass { get; }

    /// <summary>Whether the selected pairing lies in a signal region.</summary>
    public Mask InSignalRegion { get; }

    /// <summary>Whether the selected pairing lies inside the mass window and in no signal region.</summary>
    public Mask InSideband { get; }

    /// <summary>The two hardest other jets.</summary>
    public VbfJets VbfJets { get; }
}
