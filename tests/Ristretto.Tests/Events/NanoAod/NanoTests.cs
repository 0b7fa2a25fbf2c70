using Ristretto.Bytes.Errors;
using Ristretto.Events.Engine;
using Ristretto.Events.NanoAod;
using Ristretto.Events.Selections;
using Ristretto.Histograms;
using Ristretto.Tests.Shared;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Tests.Events.NanoAod;

public sealed class NanoTests
{
    private static readonly string s_samples = Repository.PathOf("cli", "Ristretto.Cli", "Demo", "Samples");
    private static readonly string s_file = Path.Combine(s_samples, "demo_HH4b_UL18.root");

    [Fact]
    public void Run_ColumnsAndLoop_FillTheSame()
    {
        var (columns, loop) = (Histogram.Regular("pt", 50, 0, 500), Histogram.Regular("pt", 50, 0, 500));

        var report = Nano.Open(s_file).Run(ev => columns.Fill(ev.Jet[ev.Jet.Pt > 30 & Abs(ev.Jet.Eta) < 2.4].Pt));
        Nano.Open(s_file).Run(ev =>
        {
            foreach (var e in ev)
                foreach (var jet in e.Jet)
                    if (jet.Pt > 30 && Math.Abs(jet.Eta) < 2.4) loop.Fill(jet.Pt);
        });

        Assert.Equal(5000, report.Events);
        Assert.True(columns.Entries > 0);
        Assert.Equal(loop.Values.ToArray(), columns.Values.ToArray());
    }

    [Fact]
    public void Run_CutflowWithoutWeights_CountsEachEventOnce()
    {
        var cutflow = new Cutflow();

        Nano.Open(s_file).Run(ev => cutflow.Start(ev).Count("all"));

        Assert.Equal([new("all", 5000, 5000, 5000)], cutflow["all"]);
    }

    [Fact]
    public void Code_OfARun_IsThatOfTheCaller() => Assert.Equal(typeof(NanoTests).Assembly, new EventFiles<NanoBatch>.ActionAnalysis(_ => { }, "", 0).Code);

    [Fact]
    public void Run_WithOptions_ObeysThem() => Assert.Equal(100, Nano.Open(s_file).Run(_ => { }, new RunOptions { MaxEvents = 100, Threads = 1 }).Events);

    [Fact]
    public void Open_APattern_TakesTheFilesInTheOrderOfTheirNames()
    {
        var files = Nano.Open(Path.Combine(s_samples, "demo_*.root"));

        Assert.Equal(["demo_HH4b_UL18.root", "demo_TTToSemiLeptonic_UL18.root", "demo_data_UL18.root"], files.Files.Select(file => Path.GetFileName(file.Path)));
        Assert.Equal(26_500, files.Run(_ => { }).Events);
    }

    [Fact]
    public void Open_SeveralFiles_AreOneAfterTheOther() => Assert.Equal(10_000, Nano.Open([s_file, s_file]).Run(_ => { }).Events);

    [Fact]
    public void Open_APatternThatNothingMatches_IsAnError() =>
        Assert.EndsWith("no file matches this pattern", Assert.Throws<SourceException>(() => Nano.Open(Path.Combine(s_samples, "none_*.root"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Open_NoFileAtAll_IsAnError() => Assert.Throws<ArgumentException>(() => Nano.Open([]));

    [Fact]
    public void Run_AFileThatIsMissing_SaysSo() => Assert.Contains("no such file", Assert.Throws<SourceException>(() => Nano.Open("none.root").Run(_ => { })).Message, StringComparison.Ordinal);

    [Fact]
    public void Run_AnotherTree_ListsThoseThatAreThere() => Assert.Contains("Events", Assert.ThrowsAny<RistrettoException>(() => Nano.Open(s_file, "Event").Run(_ => { })).Message, StringComparison.Ordinal);

    [Fact]
    public void Run_AColumnThatTheFileLacks_IsRefusedBeforeTheFirstEvent()
    {
        var seen = 0;

        var error = Assert.Throws<SchemaException>(() => Nano.Open(s_file).Run(ev => { seen += ev.Length; _ = ev.Photon.Pt; }));

        Assert.Contains("Photon_pt", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, seen);
    }
}
