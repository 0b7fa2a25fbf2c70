using static Ristretto.Cli.Generation.Rounding;

namespace Ristretto.Cli.Generation;

/// <summary>Invents events like those that a trigger on single muons records: mostly a W boson, some Z bosons, jets and leptons among them. Numbers and
/// distributions are close to those of real events, so that selections keep about as many.</summary>
internal sealed class EventMaker
{
    private const int Run = 194_001;
    private const long EventsPerBlock = 700;             // of luminosity
    private const double ZShare = 0.057;
    private const double MuonMass = 0.1056583755;

    private static readonly int[] s_jets = [156_540, 266_880, 158_220, 104_420, 75_330, 55_830, 41_880, 30_670, 24_540, 18_190, 14_590, 11_390, 8_480, 6_810, 5_360, 4_290, 3_460, 2_990, 2_130, 1_570];
    private static readonly int[] s_muons = [18_000, 791_000, 152_000, 33_000, 6_000];
    private static readonly int[] s_electrons = [722_010, 208_910, 50_690, 13_450, 3_580];
    private static readonly int[] s_taus = [790_300, 174_550, 29_510, 4_640];
    private static readonly int[] s_photons = [824_460, 153_790, 18_990, 2_340];
    private static readonly double[] s_triggers = [0.619, 0.709, 0.180, 0.060, 0.219, 0.031, 0.010, 0.451, 0.020, 0.004, 0.006, 0.066];

    private readonly MadeEvents _events;
    private readonly SeededNumbers _random;
    private readonly List<Kinematics> _jets = [];
    private readonly List<(Kinematics P4, int Charge)> _muons = [];

    internal EventMaker(MadeEvents events, SeededNumbers random) => (_events, _random) = (events, random);

    /// <summary>Adds an event.</summary>
    /// <param name="index">Its position among all.</param>
    internal void Make(long index)
    {
        DrawMuons();
        DrawJets();
        AddMuons();
        AddElectrons();
        _events.Taus.Add(_random.Count(s_taus, 0.15), Tau);
        _events.Photons.Add(_random.Count(s_photons, 0.15), () => Object(5 + _random.Exponential(9), 1.3, 2.5, 0));
        foreach (var jet in _jets) _events.Jets.Items.Add(new MadeJet(jet, _random.Chance(0.788), Btag()));
        _events.Jets.Counts.Add(_jets.Count);
        _events.Events.Add(Event(index));
    }

    private void DrawMuons()
    {
        _muons.Clear();
        if (_random.Chance(ZShare)) DrawZ();
        else
            for (var left = _random.Count(s_muons, 0.2); left > 0; left--)
                _muons.Add((Object(_muons.Count == 0 ? 17 + _random.Exponential(12) : 3 + _random.Exponential(4), 1.25, 2.4, MuonMass), _random.Sign()));
        _muons.Sort((a, b) => b.P4.Pt.CompareTo(a.P4.Pt));
    }

    // The second muon flies roughly opposite to the first and has the momentum that makes the mass of the pair.
    private void DrawZ()
    {
        var first = Object(25 + _random.Exponential(18), 1.2, 2.4, MuonMass);
        var mass = 91.2 + _random.Normal(3);
        var (eta, phi) = (first.Eta + _random.Normal(0.8), Wrapped(first.Phi + Math.PI + _random.Normal(0.4)));
        var pt = mass * mass / (2 * first.Pt * (Math.Cosh(eta - first.Eta) - Math.Cos(phi - first.Phi)));
        var charge = _random.Sign();
        _muons.Add((first, charge));
        _muons.Add((new Kinematics(Short(pt), Long(eta), Long(phi), Short(MuonMass)), -charge));
        while (_random.Chance(0.12)) _muons.Add((Object(3 + _random.Exponential(5), 1.25, 2.4, MuonMass), _random.Sign()));
    }

    // A muon from a boson is often taken for a jet too.
    private void DrawJets()
    {
        _jets.Clear();
        var count = _random.Count(s_jets, 0.8);
        if (count > 0 && _muons.Count > 0 && _random.Chance(0.82))
        {
            var muon = _muons[0].P4;
            _jets.Add(Jet(Math.Max(15, 1.15 * muon.Pt + _random.Exponential(4)), muon.Eta + _random.Normal(0.01), muon.Phi + _random.Normal(0.01)));
        }
        while (_jets.Count < count) _jets.Add(Jet(15 + _random.Exponential(_random.Chance(0.185) ? 27 : 8), _random.Normal(1.87, 5), _random.Uniform(-Math.PI, Math.PI)));
        _jets.Sort((a, b) => b.Pt.CompareTo(a.Pt));
    }

    private void AddMuons()
    {
        foreach (var (p4, charge) in _muons)
        {
            var isolation = _random.Chance(0.02) ? -999 : _random.Chance(0.45) ? 0 : _random.Exponential(0.65);
            _events.Muons.Items.Add(new MadeMuon(p4, charge, Short(isolation), Short(isolation < 0 ? isolation : 1.18 * isolation), _random.Chance(0.70), _random.Chance(0.85), Track(0.6), JetAt(p4)));
        }
        _events.Muons.Counts.Add(_muons.Count);
    }

    // Electrons that are none come out of jets: the more jets, the more of them.
    private void AddElectrons()
    {
        _events.Electrons.Add(_random.Count(s_electrons, 0.3), () =>
        {
            var isolation = _random.Chance(0.02) ? -999 : _random.Chance(0.15) ? 0 : _random.Exponential(0.85);
            var mass = _random.Normal(0.01);
            var p4 = Object(5 + _random.Exponential(_random.Chance(0.15) ? 26 : 6.8), 1.25, 2.5, mass);
            if (_jets.Count > 0 && _random.Chance(0.8) && _jets[(int)(_random.Uniform() * _random.Uniform() * _jets.Count)] is var jet && Math.Abs(jet.Eta) < 2.4)
                p4 = p4 with { Eta = Long(jet.Eta + _random.Normal(0.05)), Phi = Long(Wrapped(jet.Phi + _random.Normal(0.05))) };
            return new MadeElectron(p4, _random.Sign(), Short(isolation), Track(0.2), _random.Chance(0.44), _random.Chance(0.72), JetAt(p4));
        });
    }

    private MadeEvent Event(long index)
    {
        var sum = 646 * Math.Exp(_random.Normal(0.38));
        var width = 21.4 * Math.Sqrt(sum / 646);
        var (x, y) = (_random.Normal(width), _random.Normal(width));
        var (missing, vertices) = (Math.Sqrt(x * x + y * y), 15 + _random.Normal(4.3));
        var (xx, yy) = (160 + 91 * Math.Exp(_random.Normal(0.5)), 160 + 91 * Math.Exp(_random.Normal(0.5)));
        var triggers = 0;
        for (var i = 0; i < s_triggers.Length; i++) triggers |= _random.Chance(s_triggers[i]) ? 1 << i : 0;
        var number = 900_000 + 1000 * (ulong)index + (ulong)(1000 * _random.Uniform());
        return new MadeEvent(Run, (uint)(1 + index / EventsPerBlock), number, triggers, Math.Max(1, (int)Math.Round(vertices)),
            Short(missing), Long(Math.Atan2(y, x)), Short(sum), Short(missing * missing / xx), Short(xx), Short(_random.Normal(30, 100)), Short(yy));
    }

    private MadeTau Tau()
    {
        var mass = _random.Chance(0.3) ? 0.13957 : _random.Uniform(0.25, 1.5);
        return new MadeTau(Object(15 + _random.Exponential(11), 1.3, 2.4, mass), _random.Sign());
    }

    private float Btag() => _random.Uniform() switch
    {
        < 0.09 => -10,
        < 0.12 => -1,
        _ => Short(Math.Pow(_random.Uniform(), 2.9)),
    };

    private Kinematics Object(double pt, double width, double most, double mass) =>
        new(Short(pt), Long(_random.Normal(width, most)), Long(_random.Uniform(-Math.PI, Math.PI)), Short(mass));

    private Kinematics Jet(double pt, double eta, double phi) => new(Short(pt), Long(eta), Long(Wrapped(phi)), Short(pt * (0.065 + _random.Exponential(0.055))));

    private Track Track(double prompt) => new(
        Short(_random.Normal(_random.Chance(prompt) ? 0.005 : 0.03)), Short(0.002 + _random.Exponential(0.002)),
        Short(_random.Normal(_random.Chance(0.05) ? 4 : _random.Chance(prompt) ? 0.01 : 0.06)), Short(0.0022 + _random.Exponential(0.0024) + _random.Exponential(0.0024)));

    /// <summary>The position of the first jet around an object; -1 when there is none.</summary>
    private int JetAt(Kinematics p4) => _jets.FindIndex(jet => Math.Abs(jet.Eta - p4.Eta) < 0.3 && Math.Abs(Wrapped(jet.Phi - p4.Phi)) < 0.3);

    private static double Wrapped(double angle) => angle > Math.PI ? angle - 2 * Math.PI : angle <= -Math.PI ? angle + 2 * Math.PI : angle;
}
