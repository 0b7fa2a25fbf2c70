using Ristretto.Columns.Combinatorics;
using Ristretto.Events.Engine;
using Ristretto.Histograms;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Analyses.PhysLite;

/// <summary>Electron pairs and jets of ATLAS PHYSLITE events, which store momenta in MeV.</summary>
public sealed class ZToElectrons : IAnalysis<PhysLiteBatch>
{
    private const double GeV = 1000;

    /// <summary>Mass of each pair of loose electrons of opposite charge.</summary>
    public Histogram Mass { get; } = Histogram.Regular("mee", 60, 0, 180).Label("m_{ee} [GeV]");

    /// <summary>Transverse momentum of the hardest jet that comes from the hard scatter.</summary>
    public Histogram LeadingJet { get; } = Histogram.Regular("jet1_pt", 50, 0, 500).Label("p_{T} of the leading jet [GeV]");

    /// <summary>Share of each jet's transverse momentum in tracks from the first vertex.</summary>
    public Histogram ChargedShare { get; } = Histogram.Regular("charged", 50, 0, 2).Label("Σp_{T}(tracks) / p_{T}(jet)");

    /// <inheritdoc/>
    public void Process(PhysLiteBatch ev)
    {
        var electrons = ev.AnalysisElectrons;
        var loose = electrons[electrons.Pt > 10 * GeV & Abs(electrons.Eta) < 2.47 & electrons.DFCommonElectronsLHLoose != 0];
        var pairs = loose.Lists.Pairs();
        pairs = pairs[loose.Charge[pairs.First] * loose.Charge[pairs.Second] < 0];
        var p4 = loose.P4;
        Mass.Fill((p4[pairs.First] + p4[pairs.Second]).Mass / GeV);

        var jets = ev.AnalysisJets;
        var hard = jets[jets.Pt > 20 * GeV & jets.NNJvtPass != 0];
        LeadingJet.Fill(hard.Pt[hard.Pt.ArgMax()] / GeV);

        // A jet has one sum for each vertex, that of the hard scatter first.
        foreach (var e in ev)
        {
            foreach (var jet in e.Of(hard))
                if (jet.SumPtTrkPt500 is [var first, ..]) ChargedShare.Fill(first / jet.Pt);
        }
    }
}
