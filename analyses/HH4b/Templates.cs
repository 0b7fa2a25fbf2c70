using Ristretto.Columns.Arrays;
using Ristretto.Columns.Vectors;
using Ristretto.Events.NanoAod;
using Ristretto.Histograms.Axes;
using Ristretto.Histograms.Booking;

namespace Ristretto.Analyses.HH4b;

/// <summary>What is plotted of each kind of object.</summary>
public static class Templates
{
    /// <summary>Jets.</summary>
    public static HistogramTemplate<JetLists> Jets { get; } = new HistogramTemplate<JetLists>()
        .Regular("pt", 60, 0, 300, j => j.Pt)
        .Regular("mass", 50, 0, 100, j => j.Mass)
        .Regular("eta", 50, -5, 5, j => j.Eta)
        .Regular("phi", 30, -Math.PI, Math.PI, j => j.Phi)
        .Regular("pz", 50, -1000, 1000, j => j.P4.Pz)
        .Regular("deepjet_b", 50, 0, 1, j => j.Score)
        .IntCategory("id_pileup", [0, 4, 6, 7], j => j.PuId)
        .IntCategory("id_jet", [0, 2, 6], j => j.JetId);

    /// <summary>One jet of each event, with its energy.</summary>
    public static HistogramTemplate<JetColumns> Jet { get; } = new HistogramTemplate<JetColumns>()
        .Regular("pt", 60, 0, 300, j => j.Pt)
        .Regular("mass", 50, 0, 100, j => j.Mass)
        .Regular("eta", 50, -5, 5, j => j.Eta)
        .Regular("phi", 30, -Math.PI, Math.PI, j => j.Phi)
        .Regular("pz", 50, -1000, 1000, j => j.P4.Pz)
        .Regular("deepjet_b", 50, 0, 1, j => j.Score)
        .IntCategory("id_pileup", [0, 4, 6, 7], j => j.PuId)
        .IntCategory("id_jet", [0, 2, 6], j => j.JetId)
        .Regular("energy", 50, 0, 1500, j => j.P4.E);

    /// <summary>A four-vector.</summary>
    public static HistogramTemplate<LorentzVectorColumn> FourVector { get; } = new HistogramTemplate<LorentzVectorColumn>()
        .Regular("pt", 60, 0, 300, p => p.Pt)
        .Regular("mass", 30, 0, 300, p => p.Mass)
        .Regular("eta", 50, -5, 5, p => p.Eta)
        .Regular("phi", 30, -Math.PI, Math.PI, p => p.Phi)
        .Regular("pz", 50, -1000, 1000, p => p.Pz)
        .Regular("energy", 50, 0, 1500, p => p.E);

    /// <summary>A jet inside a dijet.</summary>
    private static HistogramTemplate<JetColumns> JetOfDijet { get; } = Jet
        .Without("deepjet_b", "id_pileup", "id_jet").WithBins("pt", 50, 0, 1000);

    /// <summary>A dijet.</summary>
    public static HistogramTemplate<Dijets> Dijet { get; } = new HistogramTemplate<Dijets>()
        .Regular("pt", 50, 0, 1000, d => d.P4.Pt)
        .Regular("mass", 30, 0, 300, d => d.Mass)
        .Regular("eta", 50, -5, 5, d => d.Eta)
        .Regular("phi", 30, -Math.PI, Math.PI, d => d.Phi)
        .Regular("pz", 50, -1000, 1000, d => d.P4.Pz)
        .Regular("energy", 50, 0, 1500, d => d.P4.E)
        .Regular("dr", 50, 0, 5, d => d.DeltaR)
        .Regular("dphi", 30, -Math.PI, Math.PI, d => d.DeltaPhi)
        .Regular("st", 50, 0, 1000, d => d.St)
        .Include("lead", d => d.Lead, JetOfDijet)
        .Include("subl", d => d.Subl, JetOfDijet);

    private static HistogramTemplate<PlottedPairing> QuadJet { get; } = new HistogramTemplate<PlottedPairing>()
        .Regular("dr", 50, 0, 5, q => q.DeltaR)
        .Regular("dphi", 50, -3.2, 3.2, q => q.DeltaPhi)
        .Regular("deta", 50, -5, 5, q => q.DeltaEta)
        .Regular("xZZ", 50, 0, 10, q => MassPlane.XZZ(q.Lead.Mass, q.Subl.Mass))
        .Regular("xZH", 50, 0, 10, q => MassPlane.XZH(q.Lead.Mass, q.Subl.Mass))
        .Regular("xHH", 50, 0, 10, q => MassPlane.XHH(q.Lead.Mass, q.Subl.Mass))
        .Add("lead_vs_subl_m", Mass("lead_m"), Mass("subl_m"), q => q.Lead.Mass, q => q.Subl.Mass)
        .Add("close_vs_other_m", Mass("close_m"), Mass("other_m"), q => q.CloseMass, q => q.OtherMass);

    /// <summary>The selected pairing, by leading and subleading dijet.</summary>
    public static HistogramTemplate<PlottedPairing> Selected { get; } = QuadJet
        .Include("lead", q => q.Lead, Dijet)
        .Include("subl", q => q.Subl, Dijet);

    /// <summary>The pairing with the closest dijet, by the closer and the other dijet.</summary>
    public static HistogramTemplate<PlottedPairing> ClosestDijet { get; } = QuadJet
        .Include("close", q => q.Close, Dijet)
        .Include("other", q => q.Other, Dijet);

    /// <summary>Four-vectors of muons or electrons.</summary>
    private static HistogramTemplate<JaggedLorentzVectors> Leptons { get; } = new HistogramTemplate<JaggedLorentzVectors>()
        .Regular("pt", 60, 0, 300, l => l.Pt)
        .Regular("mass", 30, 0, 300, l => l.Mass)
        .Regular("eta", 50, -5, 5, l => l.Eta)
        .Regular("phi", 30, -Math.PI, Math.PI, l => l.Phi)
        .Regular("pz", 50, -1000, 1000, l => l.Pz)
        .Regular("energy", 50, 0, 1500, l => l.E);

    /// <summary>Muons.</summary>
    public static HistogramTemplate<Muons> Muons { get; } = new HistogramTemplate<Muons>()
        .Include(m => m.P4, Leptons)
        .Integer("charge", -2, 3, m => m.Charge);

    /// <summary>Muons with their isolation in a cone of 0.3.</summary>
    public static HistogramTemplate<Muons> IsolatedMuons { get; } = Muons.Regular("pfRelIso03_all", 50, 0, 2, m => m.PfRelIso03All);

    /// <summary>Electrons.</summary>
    public static HistogramTemplate<Electrons> Electrons { get; } = new HistogramTemplate<Electrons>()
        .Include(e => e.P4, Leptons)
        .Integer("charge", -2, 3, e => e.Charge)
        .Regular("pfRelIso03_all", 50, 0, 2, e => e.PfRelIso03All);

    private static HistogramTemplate<LorentzVectorColumn> WBoson { get; } = FourVector.WithBins("pt", 60, 0, 600).WithBins("mass", 60, 0, 600);

    /// <summary>The top-quark candidate.</summary>
    public static HistogramTemplate<TopCandidates> Top { get; } = new HistogramTemplate<TopCandidates>()
        .Include("t", c => c.T, FourVector.WithBins("pt", 50, 0, 1000).WithBins("mass", 80, 0, 800))
        .Include("b", c => c.B, Jet)
        .Include("W.p", c => c.W, WBoson)
        .Include("W.pW", c => c.ScaledW, WBoson)
        .Include("W.j", c => c.J, Jet)
        .Include("W.l", c => c.L, Jet)
        .Regular("mbW", 50, 80, 280, c => c.MbW)
        .Regular("xWt", 24, 0, 6, c => c.XWt)
        .Regular("xWbW", 24, 0, 6, c => c.XWbW)
        .Regular("rWbW", 24, 0, 6, c => c.RWbW)
        .Regular("xW", 24, 0, 6, c => c.XW)
        .Regular("xbW", 60, -15, 15, c => c.XbW)
        .Add("mW_vs_mt", Mass("mW"), Axis.Regular("mt", 50, 80, 280), c => c.MW, c => c.MT)
        .Add("mW_vs_mbW", Mass("mW"), Axis.Regular("mbW", 50, 80, 280), c => c.MW, c => c.MbW)
        .Add("xW_vs_xt", Axis.Regular("xW", 24, 0, 6), Axis.Regular("xt", 24, 0, 6), c => c.XW, c => c.XT)
        .Add("xW_vs_xbW", Axis.Regular("xW", 24, 0, 6), Axis.Regular("xbW", 24, 0, 6), c => c.XW, c => c.XbW);

    /// <summary>The event.</summary>
    public static HistogramTemplate<PlottedEvents> Event { get; } = new HistogramTemplate<PlottedEvents>()
        .Regular("nPVs", 101, -0.5, 100.5, e => e.Vertices)
        .Regular("nPVsGood", 101, -0.5, 100.5, e => e.GoodVertices)
        .Regular("hT", 50, 0, 1500, e => e.Ht)
        .Regular("hT_selected", 50, 0, 1500, e => e.HtSelected)
        .Integer("selJets.n", 0, 20, e => e.SelectedJets.Lists.Count)
        .Integer("canJets.n", 0, 20, e => e.Candidates.Jets.Lists.Count)
        .Integer("othJets.n", 0, 20, e => e.OtherJets.Lists.Count)
        .Integer("tagJets.n", 0, 20, e => e.TaggedJets.Lists.Count)
        .Integer("selJets_noJCM.n", 0, 20, e => e.SelectedJets.Lists.Count)
        .Integer("tagJets_noJCM.n", 0, 20, e => e.TaggedJets.Lists.Count)
        .Integer("tagJets_loose_noJCM.n", 0, 20, e => e.TaggedLoose)
        .Include("canJet0", e => e.Candidates[0], Jet)
        .Include("canJet1", e => e.Candidates[1], Jet)
        .Include("canJet2", e => e.Candidates[2], Jet)
        .Include("canJet3", e => e.Candidates[3], Jet)
        .Include("v4j", e => e.FourJets, FourVector.WithBins("mass", 120, 0, 1200))
        .Include("quadJet_selected", e => e.Selected, Selected)
        .Include("quadJet_min_dr", e => e.Closest, ClosestDijet)
        .Include(e => new SignalRegion(e, MassPlane.IsHH(e.Selected.Lead.Mass, e.Selected.Subl.Mass)), Region("m4j_hh", "dijet_HHSR"))
        .Include(e => new SignalRegion(e, MassPlane.IsZH(e.Selected.Lead.Mass, e.Selected.Subl.Mass)), Region("m4j_zh", "dijet_ZHSR"))
        .Include(e => new SignalRegion(e, MassPlane.IsZZ(e.Selected.Lead.Mass, e.Selected.Subl.Mass)), Region("m4j_zz", "dijet_ZZSR"))
        .Regular("vbf_mjj", 100, 0, 2000, e => e.VbfJets.Mass)
        .Regular("vbf_deta", 50, 0, 10, e => e.VbfJets.DeltaEta)
        .Integer("selMuons.n", 0, 20, e => e.Muons.Count)
        .Integer("selElecs.n", 0, 20, e => e.Electrons.Count)
        .Include("top_cand", e => e.Top, Top)
        .Regular("xW", 100, -12, 12, e => e.Top.XW)
        .Regular("xbW", 100, -15, 15, e => e.Top.XbW);

    private static HistogramTemplate<SignalRegion> Region(string m4j, string dijets) => new HistogramTemplate<SignalRegion>()
        .Regular(m4j, 120, 0, 1200, r => r.M4j)
        .Regular(dijets + ".lead_m", 50, 0, 250, r => r.LeadMass)
        .Regular(dijets + ".subl_m", 50, 0, 250, r => r.SublMass)
        .Add(dijets + ".lead_vs_subl_m", Mass("lead_m"), Mass("subl_m"), r => r.LeadMass, r => r.SublMass);

    private static RegularAxis Mass(string name) => Axis.Regular(name, 50, 0, 250);

    /// <summary>Masses of events inside a signal region, −2 outside.</summary>
    private sealed class SignalRegion(PlottedEvents events, Mask isInside)
    {
        internal Column<double> M4j => ColumnMath.Where(isInside, events.M4j, -2);

        internal Column<double> LeadMass => ColumnMath.Where(isInside, events.Selected.Lead.Mass, -2);

        internal Column<double> SublMass => ColumnMath.Where(isInside, events.Selected.Subl.Mass, -2);
    }
}
