using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Trees;
using Ristretto.Cli.Drawings;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary><c>ristretto plot</c>.</summary>
public sealed class PlotCommandTests : IDisposable
{
    private static readonly string s_tree = $"{CliRun.Sample}:Events";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Json_OfAColumn_HasTheContentsOfALoopOverTheValues()
    {
        var expected = new double[12];
        foreach (var count in ReadCounts()) expected[Math.Clamp((int)count - 2, 0, 11)]++;

        var histogram = CliRun.Of("plot", s_tree, "nJet", "--bins", "10,3,13", "--json").Succeeded().Json().GetProperty("nJet");

        Assert.Equal(expected, histogram.GetProperty("storage").GetProperty("values").EnumerateArray().Select(value => value.GetDouble()));
    }

    [Fact]
    public void Json_WithConditionAndWeight_SelectsAndWeighs()
    {
        var counts = ReadCounts().Where(count => count >= 6).ToArray();

        var storage = CliRun.Of("plot", s_tree, "nJet", "--bins", "1,0,100", "--where", "nJet >= 6", "--weight", "2 * nJet", "--json").Succeeded().Json().GetProperty("nJet").GetProperty("storage");

        Assert.Equal(counts.Sum(count => 2.0 * count), storage.GetProperty("values")[1].GetDouble());
        Assert.Equal(counts.Sum(count => 4.0 * count * count), storage.GetProperty("variances")[1].GetDouble());
    }

    [Fact]
    public void Json_OfObjects_WeighsEachWithItsEvent()
    {
        var expected = ReadCounts().Sum(count => (double)count * count);

        var storage = CliRun.Of("plot", s_tree, "Jet_pt", "--bins", "1,0,100000", "--weight", "nJet", "--json").Succeeded().Json().GetProperty("Jet_pt").GetProperty("storage");

        Assert.Equal(expected, storage.GetProperty("values")[1].GetDouble());
    }

    [Fact]
    public void Sketch_OfIntegers_HasABinForEach()
    {
        var text = CliRun.Of("plot", s_tree, "nJet").Succeeded().Output;

        Assert.Contains('█', text);
        Assert.EndsWith("16 500 entries   Σw 16 500.0   below 0   above 0   14 bins\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jets.svg", "<svg")]
    [InlineData("jets.pdf", "%PDF")]
    public void Output_OfAFigure_IsWritten(string name, string start)
    {
        CliRun.Of("plot", s_tree, "Jet_pt[abs(Jet_eta) < 2.4]", "--bins", "60,0,300", "--output", _folder[name], "--label", "p_{T} [GeV]", "--log").Succeeded();

        Assert.Contains(start, File.ReadAllText(_folder[name])[..200], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "did you mean", "nJet", "--bin", "3,0,1")]
    [InlineData(1, "expected n,low,high", "nJet", "--bins", "3,1,0")]
    [InlineData(1, "expected n,low,high", "nJet", "--bins", "60,0")]
    [InlineData(1, "written as .svg or .pdf", "nJet", "--output", "a.png")]
    [InlineData(1, "the quantity \"nJet +\"", "nJet +")]
    [InlineData(1, "--where \"nJet >\"", "nJet", "--where", "nJet >")]
    [InlineData(1, "a condition is yes or no per event", "nJet", "--where", "Jet_pt > 30")]
    [InlineData(1, "the quantity one per event", "nJet", "--weight", "Jet_pt")]
    [InlineData(3, "has no branch Jet_ptt; nearest: Jet_pt", "Jet_ptt")]
    [InlineData(3, "has no branch nJett; nearest: nJet", "nJet", "--where", "nJett > 1")]
    public void Run_BadRequest_SaysWhat(int code, string says, params string[] arguments) =>
        Assert.Contains(says, CliRun.Of(["plot", s_tree, .. arguments]).Failed(code), StringComparison.Ordinal);

    [Fact]
    public void Run_OutputBelowAFile_IsRefusedAndNothingWritten()
    {
        var file = _folder.Write("file", "");

        Assert.Contains(file, CliRun.Of("plot", s_tree, "nJet", "--output", Path.Combine(file, "a.svg")).Failed(4), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FileWithoutTree_ShowsTheForm() => Assert.Contains($"{CliRun.Sample}:Events", CliRun.Of("plot", CliRun.Sample, "nJet").Failed(1), StringComparison.Ordinal);

    [Theory]
    [InlineData(new double[] { }, 50, 0, 1)]
    [InlineData(new double[] { 3, 4, 7 }, 5, 2.5, 7.5)]
    [InlineData(new[] { 0.0, 49.9, 100 }, 50, 0, 100)]
    [InlineData(new[] { -1.0, 0.25, 1 }, 40, -1, 1)]
    [InlineData(new[] { 2.5, 2.5, double.NaN }, 50, 1.25, 3.75)]
    public void Find_OfValues_GivesRoundBins(double[] values, int bins, double low, double high)
    {
        var finder = new RangeFinder();

        finder.Add(values);

        Assert.Equal(new Binning(bins, low, high), finder.Find());
    }

    private static uint[] ReadCounts()
    {
        using var file = RootFile.Open(CliRun.Sample);
        using var context = new DecodeContext();
        var branch = file.GetTree("Events").GetBranch("nJet");
        using var reader = new BranchReader(branch, context);
        var counts = new uint[branch.Entries];
        reader.ReadValues(0, counts.Length, System.Runtime.InteropServices.MemoryMarshal.AsBytes(counts.AsSpan()));
        return counts;
    }
}
