using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.NTuples;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Bytes.NTuples;

public class NTupleTests
{
    private static RootFile Nano => RootFile.Open(SharedData.Path("root-written", "rn_nano_zstd.root"));

    [Fact]
    public void GetNTuple_MissingName_ListsThoseThatAreThere()
    {
        using var file = Nano;
        Assert.Contains("RNTuples in this file: Events", Assert.Throws<SchemaException>(() => file.GetNTuple("Event")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GetColumn_Misspelt_NamesTheNearest()
    {
        using var file = Nano;
        Assert.Contains("Events has no column Jet_ptt; nearest: Jet_pt", Assert.Throws<SchemaException>(() => file.GetNTuple("Events").GetColumn("Jet_ptt")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HasSameLists_ProjectedFieldsOfACollection_ShareTheirLists()
    {
        using var file = Nano;
        var ntuple = file.GetNTuple("Events");
        var (pt, eta, muon) = (ntuple.GetColumn("Jet_pt"), ntuple.GetColumn("Jet.eta"), ntuple.GetColumn("Muon_pt"));
        Assert.True(pt.HasSameLists(eta));
        Assert.True(pt.HasSameLists(ntuple.GetColumn("nJet")));
        Assert.False(pt.HasSameLists(muon));
        Assert.False(pt.HasSameLists(ntuple.GetColumn("MET_pt")));
    }

    [Fact]
    public void Counters_ColumnsOfACollection_CountTheirListsOnce()
    {
        using var file = Nano;
        var ntuple = file.GetNTuple("Events");
        using var context = new DecodeContext();
        using var reader = new NTupleReader(ntuple, context);
        foreach (var name in new[] { "nJet", "Jet_pt", "Jet_eta" })
        {
            var values = new byte[reader[name].ValueBytes(0, 700)];
            reader[name].ReadValues(0, 700, values);
        }
        var (lists, pt) = (file.Counters.Branches["Events/nJet"], file.Counters.Branches["Events/Jet_pt"]);
        Assert.Equal(ntuple.GetColumn("nJet").PageCount, lists.Baskets);
        Assert.Equal(ntuple.GetColumn("Jet_pt").PageCount, lists.Baskets + pt.Baskets);
        Assert.Equal(ntuple.GetColumn("Jet_pt").CompressedBytes, lists.CompressedBytes + pt.CompressedBytes);
    }

    [Fact]
    public void ReadValues_BuffersGrown_AllocatesNothing()
    {
        using var file = Nano;
        var ntuple = file.GetNTuple("Events");
        using var context = new DecodeContext();
        using var reader = new NTupleReader(ntuple, context);
        var columns = ntuple.Columns.Select(column => reader[column]).ToArray();
        var values = new byte[1 << 20];
        for (var i = 0; i < 20; i++) Pass();            // until each of the buffers that are used in turn has had the largest range
        var before = GC.GetAllocatedBytesForCurrentThread();
        Pass();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Pass()
        {
            for (var first = 0; first < 700; first += 50)
                foreach (var column in columns) column.ReadValues(first, 50, values.AsSpan(0, column.ValueBytes(first, 50)));
        }
    }

    [Fact]
    public void ReadValues_RoomForAnotherNumber_IsAnErrorThatSaysBoth()
    {
        using var file = Nano;
        using var context = new DecodeContext();
        using var reader = new NTupleReader(file.GetNTuple("Events"), context);
        Assert.Contains("entries 0 to 10 have 40 bytes, room is for 44", Assert.Throws<RootFormatException>(() => reader["MET_pt"].ReadValues(0, 10, new byte[44])).Message, StringComparison.Ordinal);
        Assert.Contains("there are 700", Assert.Throws<RootFormatException>(() => reader["MET_pt"].ValueBytes(695, 10)).Message, StringComparison.Ordinal);
    }
}
