#:project ../src/Ristretto.Plots

// Systematic uncertainties in one pass: jets under another energy scale, weights with scale factors up and down.
// A variation replaces columns of the events; what is computed from the events is computed again where it depends on them.
var ht = Histogram.Regular("HT", 40, 0, 1000).Label("H_{T} [GeV]");
var nMuons = Histogram.Regular("nMuon", 5, 0, 5).Label("muons").KeepVariations("pileup");

var report = Nano.Open("demo-output/samples/demo_HH4b_UL18.root").Run(ev =>
{
    // One name, several collections: the missing momentum follows the jets.
    var events = ev.Vary("JES",
            up: e => e.Jet.Shifted(pt: e.Jet.Pt * 1.02f, mass: e.Jet.Mass * 1.02f) + e.MET.Shifted(pt: e.MET.Pt * 1.01f),
            down: e => e.Jet.Shifted(pt: e.Jet.Pt * 0.98f, mass: e.Jet.Mass * 0.98f) + e.MET.Shifted(pt: e.MET.Pt * 0.99f))
        .Vary("JER", up: e => e.Jet.Shifted(pt: e.Jet.Pt * 1.05f), down: e => e.Jet.Shifted(pt: e.Jet.Pt));      // one is not finished; the report says so
    var one = ev.GenWeight.To<double>() * 0 + 1;
    var weights = new Weights(ev).Add("generator", ev.GenWeight).Add("pileup", one, up: one * 1.03, down: one * 0.97);

    var pass = events.Select(e => (e.Jet.Pt > 40).CountTrue() >= 4);
    ht.Fill(events.Select(pass, (e, selected) => e.Jet.Pt.Sum()[selected]), pass.Select(selected => weights[selected]));
    nMuons.Fill(ev.Muon.Count, weights);
});

Console.WriteLine($"HT       {ht.Entries} events with four jets");
foreach (var (variation, varied) in ht.Variations) Console.WriteLine($"  {variation,-12} {varied.Entries} events, {varied.Sum() / ht.Sum():F3} of the nominal yield");
Console.WriteLine($"muons    {string.Join(", ", nMuons.Variations.Select(entry => entry.Variation))}");
foreach (var variation in report.Ineffective) Console.WriteLine($"{variation} changes nothing");

//> HT       3470 events with four jets
//>   JER:down     3470 events, 1.000 of the nominal yield
//>   JER:up       3660 events, 1.055 of the nominal yield
//>   JES:down     3391 events, 0.977 of the nominal yield
//>   JES:up       3545 events, 1.022 of the nominal yield
//>   pileup:down  3470 events, 0.970 of the nominal yield
//>   pileup:up    3470 events, 1.030 of the nominal yield
//> muons    pileup:down, pileup:up
//> JER:down changes nothing
