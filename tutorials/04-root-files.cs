#:project ../src/Ristretto.Plots
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Histograms.Exchange;

// ROOT files without an event loop: what is inside, a column, and a file for users of ROOT.
using var input = RootFile.Open("demo-output/samples/demo_data_UL18.root");
foreach (var (path, key) in input.AllKeys()) Console.WriteLine($"{path,-18}{key.ClassName}");

var events = input.GetTree("Events");
using var pt = events.GetField("Jet_pt").Open();
pt.Read(firstEntry: 0, entryCount: 1000);
var (values, lengths) = (pt.Values<float>(column: 0).ToArray(), pt.Lengths(column: 0, level: 0).ToArray());
Console.WriteLine($"{values.Length} jets in {lengths.Length} events; the first event has {pt.Format(column: 0, entry: 0)}");

// A tree with a counter, as NanoAOD has them, and a histogram. The file appears under its name when it is complete.
using (var output = RootFileWriter.Create("jets.root"))
{
    var tree = output.Tree("Events");
    var counter = tree.Counter("nJet");
    var column = tree.Column<float>("Jet_pt", "nJet", "transverse momentum in GeV");
    counter.Append([.. lengths.Select(length => (int)length)]);
    column.Append(values);
    tree.Fill(lengths.Length);

    var histogram = Histogram.Regular("pt", 60, 0, 300).Label("p_{T} [GeV]");
    histogram.Fill<float>(values);
    RootHistogram.Write(output, "plots", histogram);
    output.Complete();
}

// Read back: the column, and the histogram as Ristretto's own.
using var written = RootFile.Open("jets.root");
using var again = written.GetTree("Events").GetField("Jet_pt").Open();
again.Read(0, 1000);
Console.WriteLine($"the same values: {again.Values<float>(0).SequenceEqual(values)}");
Console.WriteLine(RootHistogram.FromRecord(written.GetHistogram("plots/pt")));

//> Events            TTree
//> Runs              TTree
//> LuminosityBlocks  TTree
//> 7245 jets in 1000 events; the first event has [344.25, 202.25, 94.9375, 91.75, … 8 in all]
//> the same values: True
//> pt: pt (60 bins), 7245 entries
