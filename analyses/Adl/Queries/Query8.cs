using Ristretto.Columns.Arrays;
using Ristretto.Columns.Combinatorics;
using Ristretto.Columns.Vectors;
using Ristretto.Events.Graphs;
using Ristretto.Histograms;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Analyses.Adl.Queries;

/// <summary>Transverse mass of the missing momentum and the hardest lepton that does not belong to the pair closest to a Z boson, in events with three leptons.</summary>
public sealed class Query8() : AdlQuery("Q8", Histogram.Regular("mT", 100, 0, 200).Label("m_{T} [GeV]"))
{
    private const double ZMass = 91.2;

    /// <inheritdoc/>
    public override void Columns(AdlBatch ev)
    {
        var events = ev.Muon.Count + ev.Electron.Count >= 3;
        Histograms[0].Fill(FreeMass(ev.Muon[events], ev.Electron[events], ev.MET.Pt[events], ev.MET.Phi[events]));
    }

    /// <inheritdoc/>
    public override void Graph(GraphNode<AdlBatch> events) => events
        .Filter("three leptons", ev => ev.Muon.Count + ev.Electron.Count >= 3)
        .Fill(Histograms[0], ev => FreeMass(ev.Muon, ev.Electron, ev.MET.Pt, ev.MET.Phi));

    /// <inheritdoc/>
    public override void Loop(AdlBatch ev)
    {
        var masses = Histograms[0].Filler();
        Span<Lepton> memory = stackalloc Lepton[64];
        foreach (var e in ev)
        {
            var count = e.Muon.Count + e.Electron.Count;
            if (count < 3) continue;
            var leptons = count <= memory.Length ? memory[..count] : new Lepton[count];
            var used = 0;
            foreach (var muon in e.Muon) leptons[used++] = new Lepton(muon.P4, muon.Pt, muon.Direction, muon.Charge, false);
            foreach (var electron in e.Electron) leptons[used++] = new Lepton(electron.P4, electron.Pt, electron.Direction, electron.Charge, true);
            if (Free(leptons) is not { } free) continue;
            var angle = free.Direction.DeltaPhi(new Direction(0, e.MET.Phi));
            masses.Fill(Math.Sqrt(2.0 * free.Pt * e.MET.Pt * (1 - Math.Cos(angle))));
        }
    }

    // Of events with three leptons: those that have a pair.
    private static Column<double> FreeMass(Muons muons, Electrons electrons, Column<float> metPt, Column<float> metPhi)
    {
        var (pt, phi) = (muons.Pt.JoinedWith(electrons.Pt), muons.Phi.JoinedWith(electrons.Phi));
        var (eta, mass) = (muons.Eta.JoinedWith(electrons.Eta), muons.Mass.JoinedWith(electrons.Mass));
        var charge = muons.Charge.JoinedWith(electrons.Charge);
        var isElectron = (muons.Charge * 0).JoinedWith(electrons.Charge * 0 + 1);
        var p4 = JaggedLorentzVectors.FromPtEtaPhiM(pt, eta, phi, mass);

        var pairs = pt.Pairs();
        pairs = pairs[charge[pairs.First] != charge[pairs.Second] & isElectron[pairs.First] == isElectron[pairs.Second]];
        var z = pairs[Abs((p4[pairs.First] + p4[pairs.Second]).Mass - ZMass).ArgMin()];
        var (first, second) = (z.First.AsColumn().First(-1), z.Second.AsColumn().First(-1));
        var index = pt.LocalIndices().AsColumn();
        var isFree = (index != first) & (index != second);
        var (freePt, freePhi) = (pt[isFree], phi[isFree]);
        var hardest = freePt.ArgMax();
        var hasPair = z.Count > 0;
        return TransverseMass(freePt[hardest][hasPair].Flatten(), freePhi[hardest][hasPair].Flatten(), metPt[hasPair], metPhi[hasPair]);
    }

    private static Column<double> TransverseMass(Column<float> pt, Column<float> phi, Column<float> metPt, Column<float> metPhi) =>
        Sqrt(2.0 * pt.To<double>() * metPt.To<double>() * (1.0 - Cos(DeltaPhi(phi, metPhi))));

    // The hardest lepton outside the best pair; null when there is no pair.
    private static Lepton? Free(ReadOnlySpan<Lepton> leptons)
    {
        var (first, second, smallest) = (-1, -1, double.PositiveInfinity);
        for (var i = 0; i < leptons.Length; i++)
            for (var j = i + 1; j < leptons.Length; j++)
            {
                if (leptons[i].Charge == leptons[j].Charge || leptons[i].IsElectron != leptons[j].IsElectron) continue;
                var distance = Math.Abs((leptons[i].P4 + leptons[j].P4).Mass - ZMass);
                if (distance < smallest) (first, second, smallest) = (i, j, distance);
            }
        if (first < 0) return null;
        Lepton? hardest = null;
        for (var i = 0; i < leptons.Length; i++)
            if (i != first && i != second && (hardest is not { } known || leptons[i].Pt > known.Pt)) hardest = leptons[i];
        return hardest;
    }

    private readonly record struct Lepton(LorentzVector P4, float Pt, Direction Direction, int Charge, bool IsElectron);
}
