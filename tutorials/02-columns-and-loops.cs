#:project ../src/Ristretto.Plots

// The same selection twice: with whole columns, and event by event. Use whichever reads better; the numbers are the same.
// The mass of the two hardest jets, in events with at least four jets with pT > 40 GeV and |η| < 2.4.
var columns = Histogram.Regular("m_jj", 50, 0, 500).Label("m_{jj} [GeV]");
var loop = columns.CreateEmpty();

var file = Nano.Open("demo-output/samples/demo_data_UL18.root");

file.Run(ev =>
{
    var good = ev.Jet[ev.Jet.Pt > 40 & Abs(ev.Jet.Eta) < 2.4];
    foreach (var e in ev.Events(good.Count >= 4))       // only the events that pass are looked at one by one
    {
        var jets = e.Of(good);                          // NanoAOD keeps jets in order of pT
        columns.Fill((jets[0].P4 + jets[1].P4).Mass);
    }
});

file.Run(ev =>
{
    foreach (var e in ev)
    {
        LorentzVector pair = default;
        var count = 0;
        foreach (var jet in e.Jet)
        {
            if (jet.Pt <= 40 || Abs(jet.Eta) >= 2.4) continue;
            if (++count <= 2) pair += jet.P4;
        }
        if (count >= 4) loop.Fill(pair.Mass);
    }
});

Console.WriteLine($"columns  {columns.Entries} events, {columns.Sum(flow: false)} below 500 GeV");
Console.WriteLine($"loop     {loop.Entries} events, {loop.Sum(flow: false)} below 500 GeV");
Console.WriteLine(columns.Values.SequenceEqual(loop.Values) ? "the same in every bin" : "DIFFERENT");

//> columns  15096 events, 10345 below 500 GeV
//> loop     15096 events, 10345 below 500 GeV
//> the same in every bin
