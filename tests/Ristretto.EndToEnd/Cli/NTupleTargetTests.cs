using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary>The commands that take a tree take an RNTuple as well.</summary>
public sealed class NTupleTargetTests
{
    private static string Nano => SharedData.Path("root", "nano_dy_rntuple.root");

    [Fact]
    public void Ls_File_ShowsTheRNTuple() =>
        Assert.Matches(@"^Events\s+ROOT::RNTuple\s+40 entries\s+1 524 fields\s+70\.0 kB\s+129 kB unpacked\s+ZSTD 5\s+1 cluster", CliRun.Of("ls", Nano).Succeeded().Output);

    [Fact]
    public void Ls_RNTuple_ListsColumnsAndWhatIsNotRead()
    {
        var file = SharedData.Path("root", "rntuple_test.root");
        Assert.Matches(@"VariantField\.alt0\s+list<string>", CliRun.Of("ls", $"{file}:Data", "--columns", "Variant*").Succeeded().Output);
        Assert.Matches(@"TestClassField\.fStreamed\.fA\s+int32", CliRun.Of("ls", $"{file}:Data").Succeeded().Output);
        Assert.Matches(@"TestClassField\.fStreamed\.fV\s+not read: pointers to objects have no columns", CliRun.Of("ls", $"{file}:Data").Succeeded().Output);
        Assert.Equal("TestClassField.fStreamed.fV", CliRun.Of("ls", $"{file}:Data", "--json").Succeeded().Json().GetProperty("unread")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("Jet_pt[abs(Jet_eta) < 2.4]")]
    [InlineData("sum(Jet_pt)")]
    [InlineData("nJet")]
    [InlineData("MET_pt * cos(MET_phi)")]
    public void Plot_SameEventsInATreeAndAnRNTuple_AreDrawnAlike(string expression)
    {
        string[] settings = [expression, "--bins", "40,0,200"];
        Assert.Equal(CliRun.Of(["plot", $"{SharedData.Path("root", "nano_dy.root")}:Events", .. settings]).Succeeded().Output,
            CliRun.Of(["plot", $"{Nano}:Events", .. settings]).Succeeded().Output);
    }

    [Fact]
    public void Plot_ListsOfLists_CountEveryValue() =>
        Assert.Equal(231, CliRun.Of("plot", $"{SharedData.Path("root-written", "rn_types.root")}:ntpl", "tracks.hits.x", "--bins", "1,-10,10", "--json").Succeeded().Json()
            .EnumerateObject().First().Value.GetProperty("storage").GetProperty("values").EnumerateArray().Sum(value => value.GetDouble()));
}
