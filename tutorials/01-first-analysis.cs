#:project ../src/Ristretto.Plots

var jets = Histogram.Regular("jet pT", 60, 0, 300).Label("p_{T} [GeV]");

Nano.Open("demo-output/samples/demo_data_UL18.root").Run(ev =>
{
    var good = ev.Jet[ev.Jet.Pt > 30 & Abs(ev.Jet.Eta) < 2.4];
    jets.Fill(good.Pt[good.Count >= 4]);
});

jets.Plot().Save("jets.svg");
Console.WriteLine($"{jets.Entries} jets, {jets.Sum(flow: false)} of them in the picture");

//> 84749 jets, 80800 of them in the picture
