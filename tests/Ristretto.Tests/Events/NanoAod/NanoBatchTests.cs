using Ristretto.Columns.Arrays;
using Ristretto.Events.NanoAod;

namespace Ristretto.Tests.Events.NanoAod;

public sealed class NanoBatchTests
{
    // Three events with 2, 0 and 3 jets, with 1, 1 and 2 generator jets.
    private static MemorySource Source() => new MemorySource(3)
        .With("run", 1u, 1u, 2u).With("event", 10ul, 20ul, 30ul).With("genWeight", 0.5f, -1f, 2f).With("MET_pt", 11f, 22f, 33f)
        .WithCounter("nJet", 2, 0, 3).With("Jet_pt", 50f, 40f, 30f, 20f, 60f).With("Jet_eta", 0f, 1f, 2f, -1f, 0.5f).With("Jet_phi", 0f, 3f, -3f, 1f, 2f)
        .With("Jet_mass", 5f, 4f, 3f, 2f, 6f).With("Jet_jetId", 6, 2, 0, 6, 2).With("Jet_genJetIdx", 0, -1, 1, 0, 7)
        .WithCounter("nGenJet", 1, 1, 2).With("GenJet_pt", 49f, 1f, 19f, 31f)
        .WithCounter("nMuon", 1, 1, 0).With("Muon_eta", 0f, 0f).With("Muon_phi", 0f, 0f).With("Muon_looseId", true, false).With("Muon_jetIdx", 0, -1)
        .WithCounter("nPSWeight", 2, 2, 1).With("PSWeight", 1f, 2f, 3f, 4f, 5f);

    private static NanoBatch Batch(MemorySource source)
    {
        var batch = new NanoBatch();
        batch.Bind(source, 0);
        return batch;
    }

    [Fact]
    public void Columns_OfScalarsGroupsAndCollections_HaveTheValues()
    {
        var ev = Batch(Source());

        Assert.Equal([10ul, 20ul, 30ul], ev.Event.ToArray());
        Assert.Equal([11f, 22f, 33f], ev.MET.Pt.ToArray());
        Assert.Equal([[50f, 40f], [], [30f, 20f, 60f]], ev.Jet.Pt.ToArrays());
        Assert.Equal([[true], [false], []], ev.Muon.LooseId.ToArrays());
        Assert.Equal([[1f, 2f], [3f, 4f], [5f]], ev.PSWeight.ToArrays());
        Assert.Equal([[true, true], [], [false, true, true]], ev.Jet.IsTight.ToArrays());
        Assert.Equal([[true, false], [], [false, true, false]], ev.Jet.IsTightLepVeto.ToArrays());
    }

    [Fact]
    public void Jet_UntilTheBatchGoesOn_IsTheSameObjectAndReadsOnce()
    {
        var source = Source();
        var ev = Batch(source);
        var jets = ev.Jet;
        _ = jets.Pt;
        _ = ev.Jet.Pt;

        Assert.Same(jets, ev.Jet);
        Assert.Equal(["Jet_pt"], source.Reads);

        ev.Bind(source, 3);

        Assert.NotSame(jets, ev.Jet);
        Assert.Throws<ObjectDisposedException>(() => jets.Pt);
    }

    [Fact]
    public void Enumeration_OfEventsAndObjects_SeesWhatTheColumnsHold()
    {
        var ev = Batch(Source());
        var seen = new List<string>();

        foreach (var e in ev)
        {
            foreach (var jet in e.Jet) seen.Add(FormattableString.Invariant($"{e.Run}/{e.Event} {jet.Index} {jet.Pt} {jet.IsTight}"));
        }

        Assert.Equal(["1/10 0 50 True", "1/10 1 40 True", "2/30 0 30 False", "2/30 1 20 True", "2/30 2 60 True"], seen);
    }

    [Fact]
    public void Events_WithAMask_GivesTheSelectedEventsAndTheirObjects()
    {
        var ev = Batch(Source());
        var hard = ev.Jet[ev.Jet.Pt >= 30];
        var seen = new List<(int, float, int)>();

        foreach (var e in ev.Events(ev.Jet.Count > 2))
            foreach (var jet in e.Of(hard)) seen.Add((e.Index, jet.Pt, jet.Index));

        Assert.Equal([(2, 30f, 0), (2, 60f, 2)], seen);
        Assert.Throws<ArgumentException>(() => { _ = ev.Events(Mask.Of(true)); });
    }

    [Fact]
    public void Of_ObjectsSelectedWithTheirEvents_IsRefused()
    {
        var ev = Batch(Source());
        var some = ev.Jet[ev.Jet.Count > 2];

        Assert.Throws<ArgumentException>(() => { foreach (var e in ev) _ = e.Of(some).Count; });
        Assert.Equal(3, some[0].Count);
        Assert.Equal(1, some[0][1].Index);
        Assert.Equal(19f, some[0][1].GenJet.Pt);
    }

    [Fact]
    public void Links_FollowedFromSelectedObjects_LeadIntoTheWholeListOfTheEvent()
    {
        var ev = Batch(Source());
        var sorted = ev.Jet[ev.Jet.GenJetIdx >= 0];
        var pts = new List<float?>();

        foreach (var e in ev)
            foreach (var jet in e.Of(sorted)) pts.Add(jet.GenJet.Exists ? jet.GenJet.Pt : null);

        Assert.Equal([49f, 31f, 19f, null], pts);                     // place 7 of 2 generator jets is none
    }

    [Fact]
    public void Links_ThatLeadNowhere_SayThatThereIsNoObject()
    {
        var ev = Batch(Source());
        foreach (var e in ev.Events(Mask.Of(true, false, false)))
        {
            Assert.Equal(50f, e.Muon[0].Jet.Pt);
            Assert.Equal(-1, e.Jet[1].GenJet.Index);
        }

        var error = Assert.Throws<InvalidOperationException>(() => { foreach (var e in ev) foreach (var jet in e.Jet) _ = jet.GenJet.Pt; });
        Assert.Contains("Exists", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void List_BeyondItsEnd_ThrowsInsteadOfShowingTheNextEvent()
    {
        var ev = Batch(Source());

        Assert.Throws<ArgumentOutOfRangeException>(() => { foreach (var e in ev) _ = e.Jet[2].Pt; });
        Assert.Throws<ArgumentOutOfRangeException>(() => { foreach (var e in ev) _ = e.Jet[-1].Pt; });
    }

    [Fact]
    public void P4_OfAJet_IsThatOfItsColumns()
    {
        var ev = Batch(Source());
        var jets = ev.Jet;

        var p4 = jets[2][2].P4;

        Assert.Equal(60, p4.Pt, 1e-9);
        Assert.Equal(0.5, p4.Eta, 1e-9);
        Assert.Equal(2, p4.Phi, 1e-9);
        Assert.Equal(6, p4.Mass, 1e-7);
        Assert.Equal(p4.E, jets.P4[2, 2].E);
    }

    [Fact]
    public void IsNear_TheSameDirection_CountsAndOtherEventsDoNot()
    {
        var ev = Batch(Source());

        Assert.Equal([[true, false], [], [false, false, false]], ev.Jet.IsNear(ev.Muon, 0.4).ToArrays());
        Assert.Equal([[true], [false], []], ev.Muon.IsNear(ev.Jet, 0.4).ToArrays());
    }
}
