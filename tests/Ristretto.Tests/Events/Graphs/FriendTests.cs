using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.NTuples.Writing;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;
using Ristretto.Events.Engine;
using Ristretto.Events.Graphs;
using Ristretto.Events.Graphs.Snapshots;
using Ristretto.Events.NanoAod;
using Ristretto.Events.Systematics;
using Ristretto.Tests.Events.Engine;
using Ristretto.Tests.Shared;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Tests.Events.Graphs;

/// <summary>Events of other files beside those of a graph. The friends are made of the events themselves, so that a plain loop over those knows what must be found.</summary>
public sealed class FriendTests : IDisposable
{
    private static readonly string s_signal = Sample("demo_HH4b_UL18.root"), s_top = Sample("demo_TTToSemiLeptonic_UL18.root");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, 2048, SnapshotFormat.Tree)]
    [InlineData(3, 300, SnapshotFormat.NTuple)]
    public void Friend_EntryByEntry_GivesWhatStandsBesideAnEvent(int threads, int tile, SnapshotFormat format)
    {
        var path = Write("friend.root", graph => graph, format, s_signal, s_top);
        var graph = Nano.Open([s_top, s_signal]).Graph();
        var typed = graph.Friend(Nano.Open(path));
        var named = graph.Friend(EventFiles.Open<NamedColumns>(path, "Events"));
        var varied = graph.Vary("MET", ev => ev.MET.Shifted(pt: ev.MET.Pt * 1.5f), ev => ev.MET.Shifted(pt: ev.MET.Pt * 0.5f));
        var hard = varied.Filter(ev => ev.MET.Pt > 40).Filter(ev => typed.Of(ev).Jet.Count >= 3);
        var (numbers, sums) = (hard.Take(ev => typed.Of(ev).Event), hard.Take(ev => named.Of(ev).Numbers<double>("HT")));
        var pts = hard.Take(ev => named.Of(ev).Lists<float>("Jet_pt", "nJet").Sum() - typed.Of(ev).Jet.Pt.Sum());

        var report = graph.Run(new RunOptions { Threads = threads, TileSize = tile });

        foreach (var (variation, factor) in new (Variation?, float)[] { (null, 1), (new("MET", "up"), 1.5f), (new("MET", "down"), 0.5f) })
        {
            List<(ulong Event, double Ht)> expected = [];
            foreach (var file in new[] { s_signal, s_top })
                Nano.Open(file).Run(ev =>
                {
                    var ht = ev.Jet.Pt.Sum().To<double>();
                    for (var i = 0; i < ev.Length; i++)
                        if (ev.MET.Pt[i] * factor > 40 && ev.Jet.Count[i] >= 3) expected.Add((ev.Event[i], ht[i]));
                }, new RunOptions { Threads = 1 });
            Assert.Equal(expected.Select(pair => pair.Event), variation is { } v ? numbers.Under(v) : numbers.Value);
            Assert.Equal(expected.Select(pair => pair.Ht), variation is { } w ? sums.Under(w) : sums.Value);
        }
        Assert.All(pts.Value, difference => Assert.Equal(0, difference));
        Assert.Equal([(path, 10_000L, 10_000L, 0L), (path, 10_000L, 10_000L, 0L)], report.Friends.Select(friend => (friend.Path, friend.Entries, friend.Matched, friend.Unmatched)));
    }

    [Theory]
    [InlineData(1, 2048)]
    [InlineData(3, 300)]
    public void Friend_ByIndex_FindsPartnersInAnyOrderAndCountsThoseThatHaveNone(int threads, int tile)
    {
        // Every seventh event in a file of its own, those of the fifth file missing: the order is another one, and some have no partner.
        string[] files = [.. Enumerable.Range(0, 7).Where(i => i != 5).Select(i => Write($"friend{6 - i}.root", graph => graph.Range(i, long.MaxValue, 7), SnapshotFormat.Tree, s_signal, s_top))];
        var graph = Nano.Open([s_top, s_signal]).Graph();
        var friend = graph.Friend(Nano.Open(files), FriendIndex.Event with { AllowsUnmatched = true });
        var named = graph.Friend(EventFiles.Open<NamedColumns>(files, "Events"), new FriendIndex("run", "luminosityBlock", "event") { AllowsUnmatched = true });
        var hard = graph.Filter(ev => ev.MET.Pt > 40);
        var numbers = hard.Take(ev => friend.Of(ev).Event);
        var lost = graph.Filter(ev => !friend.IsMatched(ev)).Take(ev => ev.Event);
        var jets = hard.Statistics(ev => (friend.Of(ev).Jet.Pt.Sum() - Where(friend.IsMatched(ev), ev.Jet.Pt.Sum(), 0)).To<double>());
        var ht = hard.Take(ev => named.Of(ev).Numbers<double>("HT"));
        var counts = graph.Filter(ev => !friend.IsMatched(ev)).Statistics(ev => friend.Of(ev).Jet.Count.To<double>());

        var report = graph.Run(new RunOptions { Threads = threads, TileSize = tile });

        List<ulong> expected = [], missing = [];
        List<double> sums = [];
        var at = 0;
        foreach (var file in new[] { s_signal, s_top })
            Nano.Open(file).Run(ev =>
            {
                var sum = ev.Jet.Pt.Sum();
                for (var i = 0; i < ev.Length; i++, at++)
                {
                    if (at % 7 == 5) missing.Add(ev.Event[i]);
                    if (!(ev.MET.Pt[i] > 40)) continue;
                    expected.Add(at % 7 == 5 ? 0 : ev.Event[i]);
                    sums.Add(at % 7 == 5 ? 0 : sum[i]);
                }
            }, new RunOptions { Threads = 1 });
        Assert.Equal(expected, numbers.Value);
        Assert.Equal(missing, lost.Value);
        Assert.Equal(sums, ht.Value);
        Assert.Equal((0.0, 0.0), (jets.Value.Min, jets.Value.Max));
        Assert.Equal((missing.Count, 0.0), ((int)counts.Value.Count, counts.Value.Max));
        Assert.Equal((10_000L - missing.Count, 10_000L - missing.Count, (long)missing.Count), (report.Friends[0].Entries, report.Friends[0].Matched, report.Friends[0].Unmatched));
    }

    [Fact]
    public void Friend_OfListsOfLists_InSeveralFiles_IsPutTogether()
    {
        var main = Write("main.root", graph => graph.Range(1000), SnapshotFormat.Tree, s_signal);
        foreach (var name in new[] { "lists1.root", "lists2.root" })
        {
            using var file = RootFileWriter.Create(_folder[name]);
            new NTupleExample(500).Write(file.NTuple("Events", new NTupleOptions { ClusterEntries = 100 }), 100);
            file.Complete();
        }
        List<string> expected = [], found = [];
        EventFiles.Open<ListBatch>([_folder["lists1.root"], _folder["lists2.root"]], "Events").Run(ev => Describe(ev, expected), new RunOptions { Threads = 1 });

        var graph = Nano.Open(main).Graph();
        var friend = graph.Friend(EventFiles.Open<ListBatch>([_folder["lists2.root"], _folder["lists1.root"]], "Events"));
        graph.Foreach(ev => Describe(friend.Of(ev), found));
        graph.Run(new RunOptions { Threads = 1, TileSize = 700 });

        Assert.Equal(1000, found.Count);
        Assert.Equal(expected, found);
    }

    [Fact]
    public void Friend_ThatDoesNotFit_IsRefusedBeforeTheFirstEvent()
    {
        var few = Write("few.root", graph => graph.Range(4000), SnapshotFormat.Tree, s_signal);
        var other = Write("other.root", graph => graph.Range(6000), SnapshotFormat.Tree, s_signal, s_top);

        Assert.Equal($"{few}: Events has 4000 entries, its partner {s_signal}: Events has 5000; friends entry by entry need as many, others an index", Refused([s_signal], [few]));
        Assert.Equal($"{few}: Events has 4000 entries, the events are 10000; friends entry by entry need as many, others an index", Refused([s_signal, s_top], [few]));
        Assert.StartsWith($"{few}: Events has 4000 entries, its partner", Refused([s_signal, s_top], [few, other]), StringComparison.Ordinal);
        Assert.Equal($"{s_signal}: entry 4000 has no partner in {few}: Events: run 1, luminosityBlock 17, event 870004001; AllowsUnmatched of the index gives it zeros", Refused([s_signal], [few], FriendIndex.Event));
        Assert.Contains("stands in entry 0 and in entry 0 of", Refused([s_signal], [few, other], FriendIndex.Event), StringComparison.Ordinal);
        Assert.Contains("the schema of the events has no column evnt, which the index of a friend needs; nearest: event", Refused([s_signal], [few], new FriendIndex("evnt")), StringComparison.Ordinal);
        Assert.Contains("MET_pt is no integer", Refused([s_signal], [few], new FriendIndex("MET_pt")), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new FriendIndex());
        Assert.Throws<ArgumentException>(() => new FriendIndex("a", "b", "c", "d"));
    }

    [Fact]
    public void Friend_ColumnsThatItLacks_AreNamedBeforeTheFirstEvent()
    {
        var path = Write("friend.root", graph => graph, SnapshotFormat.Tree, s_signal);
        var seen = 0;
        var graph = Nano.Open(s_signal).Graph();
        var friend = graph.Friend(EventFiles.Open<NamedColumns>(path, "Events"));
        graph.Foreach(ev => seen += ev.Length);
        graph.Statistics(ev => friend.Of(ev).Numbers<double>("HTT"));

        Assert.StartsWith($"{path}: Events has no branch HTT; nearest: HT", Assert.Throws<SchemaException>(() => graph.Run()).Message, StringComparison.Ordinal);
        Assert.Equal(0, seen);
        Assert.Throws<ArgumentException>(() => friend.Of(new NanoBatch()));
    }

    [Fact]
    public void Friend_WithFilesLeftOut_NeedsAnIndex()
    {
        var path = Write("friend.root", graph => graph, SnapshotFormat.Tree, s_signal);
        File.WriteAllText(_folder["z.root"], "nothing");
        var graph = Nano.Open([s_signal, _folder["z.root"]]).Graph();
        var friend = graph.Friend(Nano.Open(path));
        graph.Take(ev => friend.Of(ev).MET.Pt);

        Assert.Equal($"{path}: Events cannot be a friend entry by entry where files are left out; give an index, or leave nothing out",
            Assert.Throws<SchemaException>(() => graph.Run(new RunOptions { SkipBadFiles = true })).Message);
    }

    [Fact]
    public void Friend_ColumnsOfIt_DoNotVary()
    {
        var path = Write("friend.root", graph => graph, SnapshotFormat.Tree, s_signal);
        var graph = EventFiles.Open<ListBatch>(path, "Events").Graph();
        var friend = graph.Friend(Nano.Open(path));
        graph.Vary("MET", ev => friend.Of(ev).MET.Shifted(pt: friend.Of(ev).MET.Pt), ev => default).Count();

        Assert.StartsWith("MET:up changes MET_pt, which is no column of these events", Assert.Throws<ArgumentException>(() => graph.Run()).Message, StringComparison.Ordinal);
    }

    private static string Refused(string[] main, string[] friends, FriendIndex? index = null)
    {
        var graph = Nano.Open(main).Graph();
        var friend = graph.Friend(Nano.Open(friends), index);
        graph.Take(ev => friend.Of(ev).MET.Pt);
        return Assert.Throws<SchemaException>(() => graph.Run(new RunOptions { Threads = 1 })).Message;
    }

    private static void Describe(ListBatch ev, List<string> lines)
    {
        var nested = ev.Nested.ToArrays();
        for (var i = 0; i < ev.Length; i++)
            lines.Add($"{string.Join('|', nested[i].Select(list => string.Join(' ', list)))} / {string.Join(' ', ev.List[i].ToArray())} / {string.Join(' ', ev.Array[i].ToArray())}");
    }

    private string Write(string name, Func<EventGraph<NanoBatch>, GraphNode<NanoBatch>> which, SnapshotFormat format, params string[] files)
    {
        var graph = Nano.Open(files).Graph();
        var snapshot = which(graph).Snapshot(_folder[name], columns => columns.Keep("run", "luminosityBlock", "event", "MET_pt", "Jet_pt", "Jet_eta").Add("HT", ev => ev.Jet.Pt.Sum().To<double>()),
            new SnapshotOptions { Format = format });
        graph.Run(new RunOptions { Threads = 1 });
        return snapshot.Path;
    }

    private static string Sample(string name) => Repository.PathOf("cli", "Ristretto.Cli", "Demo", "Samples", name);
}
