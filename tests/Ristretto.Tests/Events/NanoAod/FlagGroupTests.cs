using Ristretto.Bytes.Errors;
using Ristretto.Events.NanoAod;

namespace Ristretto.Tests.Events.NanoAod;

public sealed class FlagGroupTests
{
    private static NanoBatch Batch(out MemorySource source)
    {
        source = new MemorySource(3).With("HLT_IsoMu24", true, false, false).With("HLT_IsoMu27", false, true, false).With("HLT_PFJet500", false, false, false)
            .With("Flag_goodVertices", true, true, false);
        var batch = new NanoBatch();
        batch.Bind(source, 0);
        return batch;
    }

    [Theory]
    [InlineData("IsoMu24")]
    [InlineData("HLT_IsoMu24")]
    public void Indexer_WithOrWithoutPrefix_IsTheBranch(string name)
    {
        var ev = Batch(out var source);

        Assert.Equal([true, false, false], ev.HLT[name].ToArray());
        _ = ev.HLT["IsoMu24"];
        Assert.Equal(["HLT_IsoMu24"], source.Reads);
        foreach (var e in ev) Assert.Equal(e.Index == 0, e.HLT[name]);
    }

    [Fact]
    public void Indexer_UnknownName_ListsTheNearest()
    {
        var ev = Batch(out _);

        var error = Assert.Throws<SchemaException>(() => ev.HLT["IsoMu25"]);

        Assert.Equal("memory.root: no branch HLT_IsoMu25; nearest: HLT_IsoMu24, HLT_IsoMu27; or declare it optional", error.Message);
    }

    [Fact]
    public void Any_IsTheOrAndTreatsLackingOptionalFlagsAsUnset()
    {
        var ev = Batch(out _);

        Assert.Equal([true, true, false], ev.HLT.Any(["IsoMu24", "HLT_IsoMu27", "Gone"], ["HLT_Gone"]).ToArray());
        Assert.Equal([false, false, false], ev.HLT.Any(["Gone"], ["Gone"]).ToArray());
        Assert.Equal([false, false, false], ev.HLT.Any([]).ToArray());
        Assert.Throws<SchemaException>(() => ev.HLT.Any(["IsoMu24", "Gone"]));
    }

    [Fact]
    public void All_IsTheAndAndTreatsLackingOptionalFlagsAsSet()
    {
        var ev = Batch(out _);

        Assert.Equal([true, true, false], ev.Flag.All(["goodVertices", "Gone"], ["Gone"]).ToArray());
        Assert.Equal([true, true, true], ev.Flag.All(["Gone"], ["Gone"]).ToArray());
        Assert.Equal([true, true, true], ev.Flag.All([]).ToArray());
        Assert.Throws<SchemaException>(() => ev.Flag.All(["goodVertices", "Gone"]));
    }

    [Fact]
    public void Flags_AfterTheBatchGoesOn_AreReadAgain()
    {
        var ev = Batch(out var source);
        _ = ev.HLT["IsoMu24"];
        source.With("HLT_IsoMu24", false, false, true);

        ev.Bind(source, 3);

        Assert.Equal([false, false, true], ev.HLT["IsoMu24"].ToArray());
    }
}
