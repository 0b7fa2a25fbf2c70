using Ristretto.Histograms.Axes;
using Ristretto.Histograms.Booking;

namespace Ristretto.Analyses.HH4b;

/// <summary>What is plotted of each kind of object.</summary>
public static class Templates
{
    /// <summary>A jet.</summary>
    public static HistogramTemplate<AnalysisJet> Jet { get; } = new HistogramTemplate<AnalysisJet>()
        .Regular("pt", 60, 0, 300, (in j) => j.Pt)
        .Regular("mass", 50, 0, 100, (in j) => j.Mass)
        .Regular("eta", 50, -5, 5, (in j) => j.Eta)
        .Regular("phi", 30, -Math.PI, Math.PI, (in j) => j.Phi)
        .Regular("pz", 50, -1000, 1000, (in j) => j.P4.Pz)
        .Regular("deepjet_b", 50, 0, 1, (in j) => j.Score)
        .IntCategory("id_pileup", [0, 4, 6, 7], (in j) => j.PuId)
        .IntCategory("id_jet", [0, 2, 6], (in j) => j.JetId);

    /// <summary>A jet with its energy.</summary>
    public static HistogramTemplate<AnalysisJet> SingleJet { get; } = Jet.Regular("energy", 50, 0, 1500, (in j) => j.P4.E);

    /// <summary>A four-vector.</summary>
    public static HistogramTemplate<Kinematics> FourVector { get; } = new HistogramTemplate<Kinematics>()
        .Regular("pt", 60, 0, 300, (in p) => p.Pt)
        .Regular("mass", 30, 0, 300, (in p) => p.Mass)
        .Regular("eta", 50, -5, 5, (in p) => p.Eta)
        .Regular("phi", 30, -Math.PI, Math.PI, (in p) => p.Phi)
        .Regular("pz", 50, -1000, 1000, (in p) => p.Pz)
        .Regular("energy", 50, 0, 1500, (in p) => p.Energy);

    /// <summary>A jet inside a dijet.</summary>
    private static HistogramTemplate<AnalysisJet> JetOfDijet { get; } = SingleJet
        .Without("deepjet_b", "id_pileup", "id_jet").WithBins("pt", 50, 0, 1000);

    /// <summary>A dijet.</summary>
    public static HistogramTemplate<PlottedDijet> Dijet { get; } = new HistogramTemplate<PlottedDijet>()
        .Regular("pt", 50, 0, 1000, (in d) => d.P4.Pt)
        .Regular("mass", 30, 0, 300, (in d) => d.P4.Mass)
        .Regular("eta", 50, -5, 5, (in d) => d.P4.Eta)
        .Regular("phi", 30, -Math.PI, Math.PI, (in d) => d.P4.Phi)
        .Regular("pz", 50, -1000, 1000, (in d) => d.P4.Pz)
        .Regular("energy", 50, 0, 1500, (in d) => d.P4.Energy)
        .Regular("dr", 50, 0, 5, (in d) => d.DeltaR)
        .Regular("dphi", 30, -Math.PI, Math.PI, (in d) => d.DeltaPhi)
        .Regular("st", 50, 0, 1000, (in d) => d.St)
        .Include("lead", (in d) => d.Lead, JetOfDijet)
        .Include("subl", (in d) => d.Subl, JetOfDijet);

    private static HistogramTemplate<PlottedPairing> QuadJet { get; } = new HistogramTemplate<PlottedPairing>()
        .Regular("dr", 50, 0, 5, (in q) => q.DeltaR)
        .Regular("dphi", 50, -3.2, 3.2, (in q) => q.DeltaPhi)
        .Regular("deta", 50, -5, 5, (in q) => q.DeltaEta)
        .Regular("xZZ", 50, 0, 10, (in q) => q.Pairing.XZZ)
        .Regular("xZH", 50, 0, 10, (in q) => q.Pairing.XZH)
        .Regular("xHH", 50, 0, 10, (in q) => q.Pairing.XHH)
        .Add("lead_vs_subl_m", Mass("lead_m"), Mass("subl_m"), (in q) => q.Pairing.Lead.Mass, (in q) => q.Pairing.Subl.Mass)
        .Add("close_vs_other_m", Mass("close_m"), Mass("other_m"), (in q) => q.Pairing.Close.Mass, (in q) => q.Pairing.Other.Mass);

    /// <summary>The selected pairing, by leading and subleading dijet.</summary>
    public static HistogramTemplate<PlottedPairing> Selected { get; } = QuadJet
        .Include("lead", (in q) => q.Lead, Dijet)
        .Include("subl", (in q) => q.Subl, Dijet);

    /// <summary>The pairing with the closest dijet, by the closer and the other dijet.</summary>
    public static HistogramTemplate<PlottedPairing> ClosestDijet { get; } = QuadJet
        .Include("close", (in q) => q.Pairing.IsLeadClose ? q.Lead : q.Subl, Dijet)
        .Include("other", (in q) => q.Pairing.IsLeadClose ? q.Subl : q.Lead, Dijet);

    /// <summary>A muon or electron.</summary>
    public static HistogramTemplate<AnalysisLepton> Lepton { get; } = new HistogramTemplate<AnalysisLepton>()
        .Regular("pt", 60, 0, 300, (in l) => l.P4.Pt)
        .Regular("mass", 30, 0, 300, (in l) => l.P4.Mass)
        .Regular("eta", 50, -5, 5, (in l) => l.P4.Eta)
        .Regular("phi", 30, -Math.PI, Math.PI, (in l) => l.P4.Phi)
        .Regular("pz", 50, -1000, 1000, (in l) => l.P4.Pz)
        .Regular("energy", 50, 0, 1500, (in l) => l.P4.Energy)
        .Integer("charge", -2, 3, (in l) => l.Charge);

    /// <summary>A lepton with its isolation.</summary>
    public static HistogramTemplate<AnalysisLepton> IsolatedLepton { get; } = Lepton.Regular("pfRelIso03_all", 50, 0, 2, (in l) => l.Isolation);

    private static HistogramTemplate<Kinematics> WBoson { get; } = FourVector.WithBins("pt", 60, 0, 600).WithBins("mass", 60, 0, 600);

    /// <summary>The top-quark candidate.</summary>
    public static HistogramTemplate<TopCandidate> Top { get; } = new HistogramTemplate<TopCandidate>()
        .Include("t", (in c) => new Kinematics(c.T), FourVector.WithBins("pt", 50, 0, 1000).WithBins("mass", 80, 0, 800))
        .Include("b", (in c) => c.B, SingleJet)
        .Include("W.p", (in c) => new Kinematics(c.W), WBoson)
        .Include("W.pW", (in c) => new Kinematics(c.ScaledW), WBoson)
        .Include("W.j", (in c) => c.J, SingleJet)
        .Include("W.l", (in c) => c.L, SingleJet)
        .Regular("mbW", 50, 80, 280, (in c) => c.MbW)
        .Regular("xWt", 24, 0, 6, (in c) => c.XWt)
        .Regular("xWbW", 24, 0, 6, (in c) => c.XWbW)
        .Regular("rWbW", 24, 0, 6, (in c) => c.RWbW)
        .Regular("xW", 24, 0, 6, (in c) => c.XW)
        .Regular("xbW", 60, -15, 15, (in c) => c.XbW)
        .Add("mW_vs_mt", Mass("mW"), Axis.Regular("mt", 50, 80, 280), (in c) => c.W.Mass, (in c) => c.T.Mass)
        .Add("mW_vs_mbW", Mass("mW"), Axis.Regular("mbW", 50, 80, 280), (in c) => c.W.Mass, (in c) => c.MbW)
        .Add("xW_vs_xt", Axis.Regular("xW", 24, 0, 6), Axis.Regular("xt", 24, 0, 6), (in c) => c.XW, (in c) => c.XT)
        .Add("xW_vs_xbW", Axis.Regular("xW", 24, 0, 6), Axis.Regular("xbW", 24, 0, 6), (in c) => c.XW, (in c) => c.XbW);

    /// <summary>The event.</summary>
    public static HistogramTemplate<EventSummary> Event { get; } = new HistogramTemplate<EventSummary>()
        .Regular("nPVs", 101, -0.5, 100.5, (in e) => e.Vertices)
        .Regular("nPVsGood", 101, -0.5, 100.5, (in e) => e.GoodVertices)
        .Regular("hT", 50, 0, 1500, (in e) => e.Ht)
        .Regular("hT_selected", 50, 0, 1500, (in e) => e.HtSelected)
        .Integer("selJets.n", 0, 20, (in e) => e.Selected)
        .Integer("canJets.n", 0, 20, (in e) => 4)
        .Integer("othJets.n", 0, 20, (in e) => e.Others)
        .Integer("tagJets.n", 0, 20, (in e) => e.Tagged)
        .Integer("selJets_noJCM.n", 0, 20, (in e) => e.Selected)
        .Integer("tagJets_noJCM.n", 0, 20, (in e) => e.Tagged)
        .Integer("tagJets_loose_noJCM.n", 0, 20, (in e) => e.TaggedLoose)
        .Include("canJet0", (in e) => e.Jets[0], SingleJet)
        .Include("canJet1", (in e) => e.Jets[1], SingleJet)
        .Include("canJet2", (in e) => e.Jets[2], SingleJet)
        .Include("canJet3", (in e) => e.Jets[3], SingleJet)
        .Include("v4j", (in e) => new Kinematics(e.FourJets), FourVector.WithBins("mass", 120, 0, 1200))
        .Include("quadJet_selected", (in e) => new PlottedPairing(e.Jets, e.Best), Selected)
        .Include("quadJet_min_dr", (in e) => new PlottedPairing(e.Jets, e.MinDr), ClosestDijet)
        .Regular("m4j_hh", 120, 0, 1200, (in e) => e.Best.IsHH ? e.M4j : -2)
        .Include("dijet_HHSR", (in e) => new DijetMasses(e.Best, e.Best.IsHH), Masses)
        .Regular("m4j_zh", 120, 0, 1200, (in e) => e.Best.IsZH ? e.M4j : -2)
        .Include("dijet_ZHSR", (in e) => new DijetMasses(e.Best, e.Best.IsZH), Masses)
        .Regular("m4j_zz", 120, 0, 1200, (in e) => e.Best.IsZZ ? e.M4j : -2)
        .Include("dijet_ZZSR", (in e) => new DijetMasses(e.Best, e.Best.IsZZ), Masses)
        .Regular("vbf_mjj", 100, 0, 2000, (in e) => e.VbfMass)
        .Regular("vbf_deta", 50, 0, 10, (in e) => e.VbfDeltaEta)
        .Integer("selMuons.n", 0, 20, (in e) => e.Muons)
        .Integer("selElecs.n", 0, 20, (in e) => e.Electrons)
        .Include("top_cand", (in e) => e.Top, Top)
        .Regular("xW", 100, -12, 12, (in e) => e.Top.XW)
        .Regular("xbW", 100, -15, 15, (in e) => e.Top.XbW);

    private static HistogramTemplate<DijetMasses> Masses => new HistogramTemplate<DijetMasses>()
        .Regular("lead_m", 50, 0, 250, (in m) => m.Lead)
        .Regular("subl_m", 50, 0, 250, (in m) => m.Subl)
        .Add("lead_vs_subl_m", Mass("lead_m"), Mass("subl_m"), (in m) => m.Lead, (in m) => m.Subl);

    private static RegularAxis Mass(string name) => Axis.Regular(name, 50, 0, 250);

    /// <summary>The masses of the dijets inside a signal region, −2 outside.</summary>
    private readonly struct DijetMasses(in Pairing pairing, bool isInside)
    {
        internal readonly double Lead = isInside ? pairing.Lead.Mass : -2;
        internal readonly double Subl = isInside ? pairing.Subl.Mass : -2;
    }
}
