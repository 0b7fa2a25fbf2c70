using Ristretto.Bytes.Trees;
using Ristretto.Cli.Conversions;

namespace Ristretto.Cli.Generation;

/// <summary>Some consecutive invented events, and their columns: names and types are those of the reduced NanoAOD files of 2012 open data.</summary>
internal sealed class MadeEvents
{
    private static readonly string[] s_triggers =
    [
        "IsoMu24_eta2p1", "IsoMu24", "IsoMu17_eta2p1_LooseIsoPFTau20", "Mu17_Mu8", "Mu40_eta2p1", "Mu12", "Mu5", "IsoMu30", "Ele27_WP80", "PFJet40", "PFMET150", "Mu17_TkMu8",
    ];

    private readonly List<SourceColumn> _columns = [];

    internal MadeEvents()
    {
        AddEvent();
        AddMuons();
        AddElectrons();
        AddTausAndPhotons();
        AddMet();
        AddJets();
    }

    internal List<MadeEvent> Events { get; } = [];

    internal MadeList<MadeMuon> Muons { get; } = new();

    internal MadeList<MadeElectron> Electrons { get; } = new();

    internal MadeList<MadeTau> Taus { get; } = new();

    internal MadeList<Kinematics> Photons { get; } = new();

    internal MadeList<MadeJet> Jets { get; } = new();

    /// <summary>The events as a table.</summary>
    /// <param name="entries">How many there will be in all.</param>
    internal SourceTable AsTable(long entries) => new("Events", "Events", entries, _columns, []);

    internal void Clear()
    {
        Events.Clear();
        Muons.Clear();
        Electrons.Clear();
        Taus.Clear();
        Photons.Clear();
        Jets.Clear();
    }

    private void AddEvent()
    {
        Add("run", LeafType.Int32, ev => ev.Run);
        Add("luminosityBlock", LeafType.UInt32, ev => ev.LuminosityBlock);
        Add("event", LeafType.UInt64, ev => ev.Number);
        for (var i = 0; i < s_triggers.Length; i++)
        {
            var bit = 1 << i;
            Add($"HLT_{s_triggers[i]}", LeafType.Bool, ev => (ev.Triggers & bit) != 0);
        }
        Add("PV_npvs", LeafType.Int32, ev => ev.Vertices);
    }

    private void AddMuons()
    {
        AddKinematics("Muon", Muons, muon => muon.P4);
        Add("Muon_charge", LeafType.Int32, Muons, muon => muon.Charge);
        Add("Muon_pfRelIso03_all", LeafType.Float, Muons, muon => muon.Isolation);
        Add("Muon_pfRelIso04_all", LeafType.Float, Muons, muon => muon.WideIsolation);
        Add("Muon_tightId", LeafType.Bool, Muons, muon => muon.IsTight);
        Add("Muon_softId", LeafType.Bool, Muons, muon => muon.IsSoft);
        AddTrack("Muon", Muons, muon => muon.Track);
        Add("Muon_jetIdx", LeafType.Int32, Muons, muon => muon.Jet);
        Add("Muon_genPartIdx", LeafType.Int32, Muons, _ => -1);
    }

    private void AddElectrons()
    {
        AddKinematics("Electron", Electrons, electron => electron.P4);
        Add("Electron_charge", LeafType.Int32, Electrons, electron => electron.Charge);
        Add("Electron_pfRelIso03_all", LeafType.Float, Electrons, electron => electron.Isolation);
        AddTrack("Electron", Electrons, electron => electron.Track);
        Add("Electron_cutBasedId", LeafType.Bool, Electrons, electron => electron.IsTight);
        Add("Electron_pfId", LeafType.Bool, Electrons, electron => electron.IsParticleFlow);
        Add("Electron_jetIdx", LeafType.Int32, Electrons, electron => electron.Jet);
    }

    private void AddTausAndPhotons()
    {
        AddKinematics("Tau", Taus, tau => tau.P4);
        Add("Tau_charge", LeafType.Int32, Taus, tau => tau.Charge);
        AddCounter("nPhoton", Photons);
        Add("Photon_pt", LeafType.Float, Photons, photon => photon.Pt);
        Add("Photon_eta", LeafType.Float, Photons, photon => photon.Eta);
        Add("Photon_phi", LeafType.Float, Photons, photon => photon.Phi);
    }

    private void AddMet()
    {
        Add("MET_pt", LeafType.Float, ev => ev.MetPt);
        Add("MET_phi", LeafType.Float, ev => ev.MetPhi);
        Add("MET_sumet", LeafType.Float, ev => ev.MetSum);
        Add("MET_significance", LeafType.Float, ev => ev.MetSignificance);
        Add("MET_CovXX", LeafType.Float, ev => ev.CovXX);
        Add("MET_CovXY", LeafType.Float, ev => ev.CovXY);
        Add("MET_CovYY", LeafType.Float, ev => ev.CovYY);
    }

    private void AddJets()
    {
        AddKinematics("Jet", Jets, jet => jet.P4);
        Add("Jet_puId", LeafType.Bool, Jets, jet => jet.IsNoPileUp);
        Add("Jet_btag", LeafType.Float, Jets, jet => jet.Btag);
    }

    private void AddKinematics<T>(string name, MadeList<T> list, Func<T, Kinematics> p4)
    {
        AddCounter($"n{name}", list);
        Add($"{name}_pt", LeafType.Float, list, item => p4(item).Pt);
        Add($"{name}_eta", LeafType.Float, list, item => p4(item).Eta);
        Add($"{name}_phi", LeafType.Float, list, item => p4(item).Phi);
        Add($"{name}_mass", LeafType.Float, list, item => p4(item).Mass);
    }

    private void AddTrack<T>(string name, MadeList<T> list, Func<T, Track> track)
    {
        Add($"{name}_dxy", LeafType.Float, list, item => track(item).Dxy);
        Add($"{name}_dxyErr", LeafType.Float, list, item => track(item).DxyError);
        Add($"{name}_dz", LeafType.Float, list, item => track(item).Dz);
        Add($"{name}_dzErr", LeafType.Float, list, item => track(item).DzError);
    }

    private void AddCounter<T>(string name, MadeList<T> list) =>
        _columns.Add(new MadeColumn<int, int>(list.Counts, null, count => count) { Name = name, Type = LeafType.UInt32, IsCounter = true });

    private void Add<TValue>(string name, LeafType type, Func<MadeEvent, TValue> value) where TValue : unmanaged =>
        _columns.Add(new MadeColumn<MadeEvent, TValue>(Events, null, value) { Name = name, Type = type });

    private void Add<T, TValue>(string name, LeafType type, MadeList<T> list, Func<T, TValue> value) where TValue : unmanaged =>
        _columns.Add(new MadeColumn<T, TValue>(list.Items, list.Counts, value) { Name = name, Type = type, ListLevels = 1, Counter = $"n{name[..name.IndexOf('_', StringComparison.Ordinal)]}" });
}
