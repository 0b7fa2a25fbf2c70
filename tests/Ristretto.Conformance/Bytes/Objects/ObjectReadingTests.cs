using Ristretto.Bytes.Files;
using Ristretto.Bytes.Objects;
using Ristretto.Tests.Shared;

namespace Ristretto.Conformance.Bytes.Objects;

/// <summary>Objects of every class in the reference files.</summary>
public class ObjectReadingTests
{
    [Theory]
    [InlineData("root")]
    [InlineData("root-written")]
    public void ReadObject_EveryKeyOfEveryFile_IsReadWhole(string folder)
    {
        var objects = 0;
        foreach (var path in Directory.EnumerateFiles(SharedData.Path(folder), "*.root"))
        {
            if (Path.GetFileName(path) is "bad_delphes.root" or "unclosed.root" or "truncated.root") continue;
            using var file = RootFile.Open(path);
            foreach (var (name, key) in file.AllKeys())
            {
                if (RootDirectory.IsDirectory(key) || key.ClassName.Contains("RNTuple", StringComparison.Ordinal)) continue;
                var record = file.ReadObject(name, key);
                Assert.Equal(key.ClassName, record.ClassName);
                Assert.NotEmpty(record.Names);
                objects++;
            }
        }
        Assert.True(objects > 50, $"{objects} objects");
    }

    [Fact]
    public void ReadObject_CollectionsAndValues_HaveTheirContent()
    {
        using var file = RootFile.Open(SharedData.Path("root-written", "hists.root"));

        Assert.Equal(["TObjString", "TNamed", "TH1F"], file.ReadObject("list").Items.Select(item => item!.ClassName));
        Assert.Equal("in_list", file.ReadObject("list").Items[2]!.Name);
        Assert.Equal(["key1", "key2"], file.ReadObject("map").Items.Select(item => item!.Get<string>("fString")));
        Assert.Equal(7, file.ReadObject("map").GetObjects("fValues")[1]!.Get<int>("fVal"));
        Assert.Equal("std::string object", file.ReadObject("sstr").Get<string>("value"));
        Assert.Equal(3, file.ReadObject("vdouble").GetArray<double>("value").Length);
        Assert.Equal([1, 2], file.ReadObject("vdouble").GetArray<double>("value").Take(2));
        Assert.Equal(1099511627776, file.ReadObject("pl").Get<long>("fVal"));
        Assert.Equal("a string with µ", file.ReadObject("ostr").Get<string>("fString"));
    }

    [Fact]
    public void ReadObject_FunctionStackAndSparseHistogram_HaveTheirParts()
    {
        using var file = RootFile.Open(SharedData.Path("root-written", "hists.root"));

        var formula = file.ReadObject("fit").GetObject("fFormula")!;
        Assert.Equal(2, formula.GetArray<double>("fClingParameters").Length);
        Assert.NotEmpty(file.ReadObject("st").GetObject("fHists")!.Items);
        var sparse = file.ReadObject("sp");
        Assert.Equal(sparse.Get<int>("fNdimensions"), sparse.GetObject("fAxes")!.Items.Count);
        Assert.All(sparse.GetObject("fBinContent")!.Items, chunk => Assert.NotNull(chunk!.GetObject("fContent")));
    }

    [Fact]
    public void ReadObject_Histograms_EqualTheReaderForHistograms()
    {
        using var file = RootFile.Open(SharedData.Path("root-written", "hists.root"));
        foreach (var (path, key) in file.AllKeys().Where(entry => HistogramRecord.IsHistogram(entry.Key.ClassName)))
        {
            var (record, histogram) = (file.ReadObject(path, key), file.GetHistogram(path, key));
            Assert.Equal(histogram.Contents, record.GetArray<double>("fArray"));
            Assert.Equal(histogram.SumW2, record.GetArray<double>("fSumw2"));
            Assert.Equal(histogram.Entries, record.Get<double>("fEntries"));
            Assert.Equal(histogram.Axes[0].Bins, record.GetObject("fXaxis")!.Get<int>("fNbins"));
        }
    }

    [Fact]
    public void Get_WrongNameOrType_NamesTheNearest()
    {
        using var file = RootFile.Open(SharedData.Path("root-written", "hists.root"));
        var record = file.ReadObject("h1");

        Assert.Contains("a TH1F has no member fEntrys; nearest: fEntries", Assert.Throws<ArgumentException>(() => record.Get<double>("fEntrys")).Message, StringComparison.Ordinal);
        Assert.Contains("fXaxis of a TH1F is no Double", Assert.Throws<ArgumentException>(() => record.Get<double>("fXaxis")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Items_OfATree_BranchesAndLeavesReferToEachOther()
    {
        using var file = RootFile.Open(SharedData.Path("root", "uproot-HZZ-zlib.root"));

        var tree = file.ReadObject("events");

        var branches = tree.GetObject("fBranches")!.Items;
        Assert.Equal(51, branches.Count);
        var leaves = tree.GetObject("fLeaves")!.Items;
        Assert.Same(branches[1]!.GetObject("fLeaves")!.Items[0], leaves[1]);
        Assert.Same(leaves[0], leaves[1]!.GetObject("fLeafCount"));
    }
}
