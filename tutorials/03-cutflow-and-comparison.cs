#:project ../src/Ristretto.Plots

// Several samples, a cutflow and a figure that compares them: the sum of the jets' pT in events with two b tags.
var samples = new[] { "data", "TTToSemiLeptonic", "HH4b" };
var ht = samples.ToDictionary(sample => sample, sample => Histogram.Regular("H_T", 40, 0, 1200).Label("H_{T} [GeV]"));

Console.WriteLine($"{"",-18}{"all",8}{"4 jets",8}{"2 tags",8}");
foreach (var sample in samples)
{
    var cutflow = new Cutflow();
    Nano.Open($"demo-output/samples/demo_{sample}_UL18.root").Run(ev =>
    {
        var jets = ev.Jet[ev.Jet.Pt > 40 & Abs(ev.Jet.Eta) < 2.4];
        var tags = jets[jets.BtagDeepFlavB > 0.2783].Count;    // medium working point of 2018

        var pass = cutflow.Start(ev)
            .Count("all")
            .Require("4 jets", jets.Count >= 4)
            .Require("2 tags", tags >= 2);

        ht[sample].Fill(jets.Pt.Sum()[pass.Passing]);
    });
    Console.WriteLine($"{sample,-18}{string.Concat(cutflow["all"].Select(row => $"{row.Count,8}"))}");
}

var figure = Figure.Shapes("ht");
foreach (var sample in samples) figure.Add(ht[sample], sample);
figure.Normalized().Save("ht.svg", "ht.pdf");

//>                        all  4 jets  2 tags
//> data                 16500   15096   13955
//> TTToSemiLeptonic      5000    3088    2379
//> HH4b                  5000    3033    2787
