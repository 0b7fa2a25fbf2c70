using Ristretto.Columns.Arrays;
using Ristretto.Events.Datasets;
using Ristretto.Events.Engine;
using Ristretto.Events.Graphs;
using Ristretto.Events.NanoAod;
using Ristretto.Events.Systematics;
using Ristretto.Histograms;
using Ristretto.Tests.Events.Engine;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Events.Graphs;

/// <summary>What a graph knows of the input beside its columns: the number of an event, the data set and file that it comes from.</summary>
public sealed class InputNumberTests : IDisposable
{
    private static readonly string s_signal = Sample("demo_HH4b_UL18.root"), s_top = Sample("demo_TTToSemiLeptonic_UL18.root");

    private readonly AdlFiles _adl = new();

    public void Dispose() => _adl.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void EntryAndPosition_BehindFilters_AreThoseOfTheInput(int threads)
    {
        var graph = EventFiles.Open<AdlBatch>([_adl.Whole("b.root"), _adl.Whole("a.root")], "Events").Graph();
        var hard = graph.Filter(ev => ev.MetPt > 60).Filter(ev => ev.MetPt < 90);
        var (entries, positions, paths) = (hard.Take(ev => graph.Entry.Of(ev)), hard.Take(ev => graph.Position.Of(ev)), hard.Take(ev => Filled(ev.Length, ev.Path.EndsWith("a.root", StringComparison.Ordinal) ? 0 : 1)));
        graph.Run(new RunOptions { Threads = threads, TileSize = 500 });

        List<long> expected = [];
        var at = 0L;
        EventFiles.Open<AdlBatch>(SharedData.Path("adl", "adl-100k.root"), "Events").Run(ev =>
        {
            foreach (var met in ev.MetPt.AsSpan())
            {
                if (met is > 60 and < 90) expected.Add(at);
                at++;
            }
        }, new RunOptions { Threads = 1 });
        Assert.Equal([.. expected, .. expected], entries.Value);
        Assert.Equal([.. expected, .. expected.Select(entry => entry + at)], positions.Value);
        Assert.Equal(paths.Value.Zip(entries.Value, (file, entry) => file * at + entry), positions.Value);
    }

    [Fact]
    public void Position_DoesNotDependOnWhatIsRead()
    {
        var graph = Nano.Open([s_signal, s_top]).Graph();
        var positions = graph.Range(4990, 10_000, 1000).Take(ev => graph.Position.Of(ev));
        graph.Run();

        Assert.Equal([4990, 5990, 6990, 7990, 8990, 9990], positions.Value);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void PerSample_IsMadeOncePerFile_AndKnownUnderVariations(int threads)
    {
        List<string> made = [];
        var graph = new EventGraph<NanoBatch>();
        var scale = graph.DefinePerSample(sample =>
        {
            lock (made) made.Add($"{sample.Dataset} {Path.GetFileName(sample.Path)} {sample.Tree} {sample.Entries} {sample.FirstPosition}");
            return (float)sample.Metadata!.Normalisation;
        });
        var count = graph.DefinePerSample(_ => made.Count);
        var met = graph.Vary("scale", ev => ev.MET.Shifted(pt: ev.MET.Pt * scale.Of(ev)), ev => ev.MET.Shifted(pt: ev.MET.Pt / scale.Of(ev)))
            .Filter(ev => ev.MET.Pt > 30 * scale.Of(ev)).Take(ev => ev.MET.Pt * scale.Of(ev));
        DatasetRun<NanoBatch>[] sets =
        [
            new("HH4b", [new InputFile(s_signal)], graph) { Metadata = Known(2) },
            new("tt", [new InputFile(s_top)], graph) { Metadata = Known(0.5) },
        ];

        EventLoop.Run(sets, new RunOptions { Threads = threads, TileSize = 100 });

        Assert.Equal(["HH4b demo_HH4b_UL18.root Events 5000 0", "tt demo_TTToSemiLeptonic_UL18.root Events 5000 5000"], made);
        Assert.Equal([.. Expected(s_signal, 2, 1), .. Expected(s_top, 0.5f, 1)], met.Value);
        Assert.Equal([.. Expected(s_signal, 2, 2), .. Expected(s_top, 0.5f, 0.5f)], met.Under(new Variation("scale", "up")));
        Assert.Equal([.. Expected(s_signal, 2, 0.5f), .. Expected(s_top, 0.5f, 2)], met.Under(new Variation("scale", "down")));
        Assert.NotNull(count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void FileMerged_SeesTheResultsUpToTheEndOfEachFile(int threads)
    {
        string[] files = [_adl.Whole("a.root"), _adl.Damaged("b.root"), _adl.Whole("c.root")];
        List<string> told = [];
        var graph = EventFiles.Open<AdlBatch>(files, "Events").Graph();
        graph.Foreach(ev => _ = ev.Jets.Pt);
        var (count, met) = (graph.Count(), graph.Histogram("MET", 10, 0, 1000, ev => ev.MetPt));
        var options = new RunOptions { Threads = threads, SkipBadFiles = true, FileMerged = sample => told.Add($"{Path.GetFileName(sample.Path)} {count.Value} {met.Entries}") };

        graph.Run(options);

        Assert.Equal(["a.root 100000 100000", "c.root 200000 200000"], told);
        var ends = EventFiles.Open<AdlBatch>(files[0], "Events").Graph();
        ends.Take(ev => ev.MetPt);
        Assert.Equal("enough", Assert.Throws<InvalidOperationException>(() => ends.Run(new RunOptions { FileMerged = _ => throw new InvalidOperationException("enough") })).Message);
    }

    private static List<float> Expected(string file, float scale, float shift)
    {
        List<float> values = [];
        Nano.Open(file).Run(ev =>
        {
            foreach (var e in ev)
                if (e.MET.Pt * shift > 30 * scale) values.Add(e.MET.Pt * shift * scale);
        }, new RunOptions { Threads = 1 });
        return values;
    }

    private static DatasetMetadata Known(double crossSection) => new() { Year = "UL18", IsMc = true, Process = "x", CrossSection = crossSection, SumOfWeights = 1, Luminosity = 1 };

    private static Column<int> Filled(int length, int value)
    {
        var values = new int[length];
        values.AsSpan().Fill(value);
        return Column.Of<int>(values);
    }

    private static string Sample(string name) => Repository.PathOf("cli", "Ristretto.Cli", "Demo", "Samples", name);
}
