using System.Runtime.InteropServices;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Trees;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Engine;
using Ristretto.Events.Graphs.Snapshots;
using Ristretto.Events.NanoAod;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Events.Graphs;

public sealed class SnapshotTests : IDisposable
{
    private static readonly string s_file = Repository.PathOf("cli", "Ristretto.Cli", "Demo", "Samples", "demo_HH4b_UL18.root");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(SnapshotFormat.Tree)]
    [InlineData(SnapshotFormat.NTuple)]
    public void Run_WritesTheEventsThatPassWithKeptAndComputedColumns(SnapshotFormat format)
    {
        var (one, three) = (Write(format, 1), Write(format, 3));

        Assert.Equal(File.ReadAllBytes(one), File.ReadAllBytes(three));
        var expected = new List<string>();
        Nano.Open(s_file).Run(ev =>
        {
            foreach (var e in ev)
            {
                if (!(e.MET.Pt > 50)) continue;
                List<string> jets = [];
                foreach (var jet in e.Jet) jets.Add($"{jet.Pt} {jet.Eta} {jet.BtagDeepFlavB}");
                expected.Add($"{e.Event} {e.MET.Pt} {string.Join(',', jets)}");
            }
        }, new RunOptions { Threads = 1 });
        var seen = new List<string>();
        Nano.Open(one).Run(ev =>
        {
            foreach (var e in ev)
            {
                List<string> jets = [];
                foreach (var jet in e.Jet) jets.Add($"{jet.Pt} {jet.Eta} {jet.BtagDeepFlavB}");
                seen.Add($"{e.Event} {e.MET.Pt} {string.Join(',', jets)}");
            }
        }, new RunOptions { Threads = 1 });
        Assert.True(expected.Count > 500);
        Assert.Equal(expected, seen);
    }

    [Fact]
    public void Run_WithVariations_KeepsWhatPassesUnderAnyAndSaysUnderWhich()
    {
        var path = _folder["varied.root"];
        var graph = Nano.Open(s_file).Graph();
        var varied = graph.Filter(ev => ev.MET.Phi > -2)
            .Vary("MET", ev => ev.MET.Shifted(pt: ev.MET.Pt * 1.2f), ev => ev.MET.Shifted(pt: ev.MET.Pt * 0.8f));
        var met = graph.Define(ev => ev.MET.Pt * 2);
        var snapshot = varied.Filter(ev => ev.MET.Pt > 50).Filter(ev => ev.MET.Pt < 100)
            .Snapshot(path, columns => columns.Keep("event", "MET_pt").Add("twice", met.Of));
        graph.Run();

        var expected = new List<(ulong, float, float, ulong)>();
        Nano.Open(s_file).Run(ev =>
        {
            foreach (var e in ev)
            {
                var bits = 0UL;
                foreach (var (bit, factor) in new[] { (0, 1f), (1, 1.2f), (2, 0.8f) })
                    if (e.MET.Phi > -2 && e.MET.Pt * factor > 50 && e.MET.Pt * factor < 100) bits |= 1UL << bit;
                if (bits != 0) expected.Add((e.Event, e.MET.Pt, e.MET.Pt * 2, bits));
            }
        }, new RunOptions { Threads = 1 });
        using var file = RootFile.Open(path);
        var tree = file.GetTree("Events");
        Assert.Equal(expected.Count, snapshot.Events);
        Assert.Equal(expected.Select(row => row.Item1), Values<ulong>(tree, "event"));
        Assert.Equal(expected.Select(row => row.Item3), Values<float>(tree, "twice"));
        Assert.Equal(expected.Select(row => row.Item4), Values<ulong>(tree, "Variations"));
        Assert.Contains(expected, row => row.Item4 == 2);
        Assert.Contains(expected, row => row.Item4 == 7);
        Assert.Equal("bit 0 nominal, bit 1 MET:up, bit 2 MET:down", tree.GetBranch("Variations").Title);
    }

    [Fact]
    public void Run_NominalOnly_LeavesOthersOut()
    {
        var graph = Nano.Open(s_file).Graph();
        var hard = graph.Vary("MET", ev => ev.MET.Shifted(pt: ev.MET.Pt * 1.2f), ev => ev.MET.Shifted(pt: ev.MET.Pt * 0.8f)).Filter(ev => ev.MET.Pt > 50);
        var snapshot = hard.Snapshot(_folder["nominal.root"], columns => columns.Keep("MET_pt", "nJet"), new SnapshotOptions { IsNominalOnly = true, Name = "Skim" });
        var count = hard.Count();
        graph.Run();

        using var file = RootFile.Open(snapshot.Path);
        Assert.Equal((count.Value, count.Value), (file.GetTree("Skim").Entries, snapshot.Events));
        Assert.Equal(["MET_pt", "nJet"], file.GetTree("Skim").Branches.Select(branch => branch.Name));
    }

    [Fact]
    public void Run_ThatFails_LeavesNoFile()
    {
        var graph = Nano.Open(s_file).Graph();
        graph.Snapshot(_folder["failed.root"], columns => columns.Keep("MET_pt"));
        graph.Foreach(ev =>
        {
            if (ev.FirstEntry > 0) throw new InvalidOperationException("stop");
        });

        Assert.Throws<InvalidOperationException>(() => graph.Run(new RunOptions { TileSize = 1000 }));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Run_WithWhatCannotBeWritten_IsRefusedInOneLine()
    {
        Assert.Contains("no column MET_ptt; nearest: MET_pt", Assert.Throws<SchemaException>(() => Run(columns => columns.Keep("MET_ptt"))).Message, StringComparison.Ordinal);
        Assert.Contains("kept and computed", Assert.Throws<SchemaException>(() => Run(columns => columns.Keep("MET_*").Add("MET_pt", ev => ev.MET.Pt))).Message, StringComparison.Ordinal);
        Assert.Contains("Good_eta and Good_pt have the same counter nGood", Assert.Throws<ArgumentException>(() =>
            Run(columns => columns.Add("Good_pt", ev => ev.Jet[ev.Jet.Pt > 50].Pt).Add("Good_eta", ev => ev.Jet.Eta))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Run(columns => columns.Add("x", ev => ev.MET.Pt).Add("x", ev => ev.MET.Phi)));
        File.WriteAllText(_folder["there.root"], "precious");
        Assert.Contains("exists already", Assert.Throws<OutputException>(() => Run(columns => columns.Keep("MET_pt"), "there.root")).Message, StringComparison.Ordinal);
        Assert.Equal("precious", File.ReadAllText(_folder["there.root"]));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    private static T[] Values<T>(Tree tree, string branch) where T : unmanaged
    {
        using var context = new DecodeContext();
        using var reader = new BranchReader(tree.GetBranch(branch), context);
        var values = new T[tree.Entries];
        reader.ReadValues(0, values.Length, MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private void Run(Action<SnapshotColumns<NanoBatch>> columns, string name = "out.root")
    {
        var graph = Nano.Open(s_file).Graph();
        graph.Snapshot(_folder[name], columns);
        graph.Run();
    }

    private string Write(SnapshotFormat format, int threads)
    {
        // The same name in another folder: the name is part of the file.
        var path = Path.Combine(Directory.CreateDirectory(_folder[$"threads{threads}"]).FullName, "out.root");
        var graph = Nano.Open(s_file).Graph();
        var hard = graph.Filter(ev => ev.MET.Pt > 50);
        var good = hard.Define(ev => ev.Jet[ev.Jet.Pt > 40]);
        var snapshot = hard.Snapshot(path, columns => columns.Keep("event", "MET_*", "Jet_pt", "Jet_eta", "Jet_btag*")
            .Add("HT", ev => good.Of(ev).Pt.Sum()).Add("Good_pt", ev => good.Of(ev).Pt, "transverse momentum").Add("isHard", ev => ev.MET.Pt > 100), new SnapshotOptions { Format = format });
        graph.Run(new RunOptions { Threads = threads });
        Assert.True(snapshot.Events > 500);
        return path;
    }
}
