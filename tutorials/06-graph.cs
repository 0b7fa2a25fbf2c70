#:project ../src/Ristretto.Plots

// For those who think in RDataFrame: first say what is wanted, then go over the events once for everything. Functions get the events
// that have passed the filters before them, as columns or to loop over.
var graph = Nano.Open("demo-output/samples/demo_HH4b_UL18.root").Graph();
graph.Report.KeepVariations("JES");

// Everything behind Vary is done for each variation too, as far as it depends on what is shifted.
var varied = graph.Vary("JES",
    up: ev => ev.Jet.Shifted(pt: ev.Jet.Pt * 1.02f, mass: ev.Jet.Mass * 1.02f),
    down: ev => ev.Jet.Shifted(pt: ev.Jet.Pt * 0.98f, mass: ev.Jet.Mass * 0.98f));

var good = varied.Define(ev => ev.Jet[ev.Jet.Pt > 40 & Abs(ev.Jet.Eta) < 2.4]);      // made once per batch, whoever asks
var four = varied.Filter("four jets", ev => good.Of(ev).Count >= 4);
var tagged = four.Filter("three b tags", ev => (good.Of(ev).BtagDeepFlavB > 0.2783).CountTrue() >= 3);

var met = tagged.Histogram("MET", 50, 0, 200, ev => ev.MET.Pt);
var leading = Histogram.Regular("leading jet", 50, 0, 500);
tagged.Foreach(ev =>
{
    foreach (var e in ev) leading.Fill(e.Of(good.Of(ev))[0].Pt);                     // styles may be mixed
});
var ht = tagged.Statistics(ev => good.Of(ev).Pt.Sum());
var events = tagged.Count();

var file = tagged.Snapshot("demo-output/tagged.root", columns => columns.Keep("event", "MET_pt", "Jet_pt").Add("HT", ev => good.Of(ev).Pt.Sum()),
    new SnapshotOptions { Overwrite = true });

graph.Run();

foreach (var row in graph.Report["all"]) Console.WriteLine($"{row.Cut,-14} {row.Count,6}");
Console.WriteLine($"{events.Value} events, missing momentum above 50 GeV in {met.Values[14..].ToArray().Sum()}");
Console.WriteLine($"HT: mean {ht.Value.Mean:F1} GeV, {ht.Value.Min:F0} to {ht.Value.Max:F0} GeV; leading jets {leading.Entries}");
foreach (var (variation, cutflow) in graph.Report.Variations) Console.WriteLine($"{variation,-8} {cutflow["all"][^1].Count} events, mean HT {ht.Under(variation).Mean:F1} GeV");
Console.WriteLine($"{Path.GetFileName(file.Path)}: {file.Events} events that pass under some variation");

//> all              5000
//> four jets        3033
//> three b tags     1944
//> 1944 events, missing momentum above 50 GeV in 318
//> HT: mean 586.1 GeV, 190 to 3577 GeV; leading jets 1944
//> JES:down 1886 events, mean HT 579.1 GeV
//> JES:up   2001 events, mean HT 593.0 GeV
//> tagged.root: 2001 events that pass under some variation
