using Ristretto.Bytes.Errors;
using Ristretto.Events.Datasets;
using Ristretto.Events.Engine;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Events.Engine;

/// <summary>Runs over a list of events only.</summary>
public sealed class ChosenEventsTests : IDisposable
{
    private readonly AdlFiles _files = new();

    private static string Input => SharedData.Path("adl", "adl-100k.root");

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData(1, 2048)]
    [InlineData(2, 7)]
    public void Run_ListOfEvents_ProcessesThemAndNamesWhereTheyAre(int threads, int tile)
    {
        var keys = Keys();
        var wanted = new EventList([keys[7], keys[8], keys[19_999], keys[20_000], keys[99_999], new(9, 9, 9)]);
        var expected = new MeasuredJets();
        EventLoop.Run([new DatasetRun<AdlBatch>("adl", [new InputFile(Input)], new Only(expected, [7, 8, 19_999, 20_000, 99_999]))], new RunOptions { TileSize = 1, Threads = 1 });

        var (found, report) = MeasuredJets.Run([Input], new RunOptions { Threads = threads, TileSize = tile, Events = wanted });

        Assert.Equal([7, 8, 19_999, 20_000, 99_999], found.Batches.Select(batch => batch.First).Order());
        Assert.All(found.Batches, batch => Assert.Equal(1, batch.Length));
        Assert.Equal(expected.Bits(), found.Bits());
        Assert.Equal(5, report.Events);
        Assert.Equal([new EventKey(9, 9, 9)], report.Chosen!.Missing);
        Assert.Equal(report.Chosen.Found.OrderBy(event_ => event_.Key), report.Chosen.Found);
        Assert.Equal((keys[99_999], "adl", Input), report.Chosen.Found.Where(event_ => event_.Entry == 99_999).Select(event_ => (event_.Key, event_.Dataset, event_.Path)).Single());
    }

    [Fact]
    public void Run_EventThatIsThereTwice_IsProcessedTwiceAndNamed()
    {
        var key = Keys()[5];

        var (found, report) = MeasuredJets.Run([_files.Whole("a.root"), _files.Whole("b.root")], new RunOptions { Events = new EventList([key]) });

        Assert.Equal(2, found.Batches.Count);
        Assert.Equal([key], report.Chosen!.Repeated);
        Assert.Empty(report.Chosen.Missing);
    }

    [Fact]
    public void Run_EventsOfALostFile_AreMissing()
    {
        var key = Keys()[5];

        var (_, report) = MeasuredJets.Run([_files.Whole("a.root"), _files.Whole("b.root")], new RunOptions { Events = new EventList([key]), SkipBadFiles = true },
            ev => { if (ev.Path.EndsWith("a.root", StringComparison.Ordinal)) throw new RootFormatException(ev.Path, null, null, "damaged"); });

        Assert.EndsWith("b.root", Assert.Single(report.Chosen!.Found).Path, StringComparison.Ordinal);
        Assert.EndsWith("a.root", Assert.Single(report.LostFiles).Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FileWithoutRunNumbers_SaysSo()
    {
        var path = SharedData.Path("root", "leaves.root");
        var error = Assert.Throws<SchemaException>(() => EventLoop.Run([new DatasetRun<AdlBatch>("any", [new InputFile(path, "tree")], new Nothing())], new RunOptions { Events = EventList.Parse("1:2:3") }));

        Assert.Contains("has no branch run", error.Message, StringComparison.Ordinal);
    }

    private static EventKey[] Keys()
    {
        var keys = new EventKey[100_000];
        using var file = Ristretto.Bytes.Files.RootFile.Open(Input);
        var tree = file.GetTree("Events");
        using var context = new Ristretto.Bytes.Codecs.DecodeContext();
        T[] Read<T>(string name) where T : unmanaged
        {
            using var reader = new Ristretto.Bytes.Trees.BranchReader(tree.GetBranch(name), context);
            var values = new T[keys.Length];
            reader.ReadValues(0, values.Length, System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()));
            return values;
        }
        var (runs, lumis, events) = (Read<uint>("run"), Read<uint>("luminosityBlock"), Read<ulong>("event"));
        for (var i = 0; i < keys.Length; i++) keys[i] = new(runs[i], lumis[i], events[i]);
        return keys;
    }

    /// <summary>Passes on some entries, of batches with a single event.</summary>
    private sealed class Only(MeasuredJets analysis, long[] entries) : IAnalysis<AdlBatch>
    {
        public void Process(AdlBatch ev)
        {
            if (ev.Length == 0 || entries.Contains(ev.FirstEntry)) analysis.Process(ev);
        }
    }

    private sealed class Nothing : IAnalysis<AdlBatch>
    {
        public void Process(AdlBatch ev) { }
    }
}
