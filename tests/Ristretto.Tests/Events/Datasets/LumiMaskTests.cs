using System.Text;
using Ristretto.Bytes.Errors;
using Ristretto.Events.Datasets;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Events.Datasets;

public class LumiMaskTests
{
    private static LumiMask Parse(string text) => GoldenJson.Parse(Encoding.UTF8.GetBytes(text), "golden.json");

    [Fact]
    public void Contains_BothEnds_AreIncluded()
    {
        var mask = Parse("""{"5": [[3, 4], [9, 9]], "2": [[1, 1]]}""");
        Assert.Equal([false, true, true, false, true, false], new uint[] { 2, 3, 4, 5, 9, 10 }.Select(lumi => mask.Contains(5, lumi)));
        Assert.True(mask.Contains(2, 1));
        Assert.False(mask.Contains(3, 1));
        Assert.Equal(4, mask.Count);
        Assert.Equal([2u, 5u], mask.Runs);
    }

    [Fact]
    public void Ranges_OverlappingAndTouching_AreJoined() =>
        Assert.Equal([new(1, 1, 9), new(1, 11, uint.MaxValue)], Parse("""{"1": [[11, 4294967295], [4294967295, 4294967295], [5, 9], [1, 3], [4, 4], [2, 6]]}""").Ranges);

    [Fact]
    public void Contains_RandomMasks_AgreesWithEnumeration()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var ranges = RandomRanges(random);
            var sections = Enumerate(ranges);
            var mask = new LumiMask(ranges);
            Assert.Equal(sections.Count, mask.Count);

            var run = new uint[400];
            var lumi = new uint[400];
            for (var i = 0; i < run.Length; i++)
                (run[i], lumi[i]) = i > 0 && random.Next(3) > 0 ? (run[i - 1], random.Next(2) == 0 ? lumi[i - 1] : (uint)random.Next(45)) : ((uint)random.Next(6), (uint)random.Next(45));
            var found = new bool[400];
            mask.Contains(run, lumi, found);
            for (var i = 0; i < run.Length; i++)
            {
                Assert.Equal(sections.Contains((run[i], lumi[i])), found[i]);
                Assert.Equal(found[i], mask.Contains(run[i], lumi[i]));
            }
        }
    }

    [Fact]
    public void SetOperations_RandomMasks_AgreeWithEnumeration()
    {
        var random = new Random(8);
        for (var round = 0; round < 300; round++)
        {
            var (a, b) = (RandomRanges(random), RandomRanges(random));
            var (left, right) = (new LumiMask(a), new LumiMask(b));
            Assert.Equal(Enumerate(a).Union(Enumerate(b)).Order(), Enumerate(left.Union(right).Ranges).Order());
            Assert.Equal(Enumerate(a).Intersect(Enumerate(b)).Order(), Enumerate(left.Intersect(right).Ranges).Order());
            Assert.Equal(Enumerate(a).Except(Enumerate(b)).Order(), Enumerate(left.Except(right).Ranges).Order());
        }
    }

    [Fact]
    public void Except_LastPossibleSection_DoesNotOverflow() =>
        Assert.Equal([new(1, 5, 5)], Parse("""{"1": [[5, 4294967295]]}""").Except(Parse("""{"1": [[6, 4294967295]]}""")).Ranges);

    [Fact]
    public void Write_ThenParse_GivesTheSameText()
    {
        var text = GoldenJson.Write(Parse("""{"20": [[7, 7], [17, 310]], "9": [[1, 2]], "30": []}"""));
        Assert.Equal("{\"9\": [[1, 2]],\n \"20\": [[7, 7], [17, 310]]}\n", text);
        Assert.Equal(text, GoldenJson.Write(Parse(text)));
        Assert.Equal("{}\n", GoldenJson.Write(LumiMask.Empty));
    }

    [Fact]
    public void Contains_LengthsThatDiffer_AreRefused()
    {
        Assert.Equal("1 runs, but 2 luminosity sections (Parameter 'lumi')", Assert.Throws<ArgumentException>(() => LumiMask.Empty.Contains([1], [1, 2], new bool[1])).Message);
        Assert.Equal("1 runs, but room for 0 answers (Parameter 'result')", Assert.Throws<ArgumentException>(() => LumiMask.Empty.Contains([1], [1], [])).Message);
    }

    [Theory]
    [InlineData("[]", "1: a golden JSON is an object of runs, found a list")]
    [InlineData("{\n\"abc\": []}", "2: \"abc\" is not a run number")]
    [InlineData("{\n\"-1\": []}", "2: \"-1\" is not a run number")]
    [InlineData("{\"1\": [],\n\"1\": []}", "2: run 1 is given a second time")]
    [InlineData("{\"1\": 5}", "1: run 1: expected a list of [first, last], found the number 5")]
    [InlineData("{\"1\": [5, 6]}", "1: run 1: expected [first, last] of two section numbers, found the number 5")]
    [InlineData("{\"1\": [[1, 2, 3]]}", "1: run 1: expected [first, last] of two section numbers, found a list of 3")]
    [InlineData("{\"1\": [[1, 2.5]]}", "1: run 1: expected [first, last] of two section numbers, found [the number 1, the number 2.5]")]
    [InlineData("{\"1\": [[1, 4294967296]]}", "1: run 1: expected [first, last] of two section numbers, found [the number 1, the number 4294967296]")]
    [InlineData("{\"1\": [\n[3, 2]]}", "2: run 1: the range [3, 2] ends before it begins")]
    public void Parse_WrongContent_NamesLineAndRun(string text, string reason) =>
        Assert.Equal($"golden.json:{reason}", Assert.Throws<ConfigurationException>(() => Parse(text)).Message);

    [Fact]
    public void Open_CertificateOf2017_AgreesWithTheReference()
    {
        var mask = LumiMask.Open(SharedData.Path("corrections", "Cert_294927-306462_13TeV_EOY2017ReReco_Collisions17_JSON.txt"));
        Assert.Equal((474, 828, 206562L), (mask.Runs.Count, mask.Ranges.Count(), mask.Count));
        var rows = File.ReadLines(SharedData.Path("corrections", "expected", "lumi.golden_mask.csv")).Skip(1).Select(row => row.Split(',').Select(uint.Parse).ToArray()).ToArray();
        var accepted = new bool[rows.Length];
        mask.Contains([.. rows.Select(row => row[0])], [.. rows.Select(row => row[1])], accepted);
        Assert.Equal(rows.Select(row => row[2] == 1), accepted);
    }

    private static List<LumiRange> RandomRanges(Random random) =>
        [.. Enumerable.Range(0, random.Next(12)).Select(_ => (uint)random.Next(40) is var first ? new LumiRange((uint)random.Next(5), first, first + (uint)random.Next(5)) : default)];

    private static HashSet<(uint Run, uint Lumi)> Enumerate(IEnumerable<LumiRange> ranges) =>
        [.. ranges.SelectMany(range => Enumerable.Range((int)range.First, (int)range.Count).Select(lumi => (range.Run, (uint)lumi)))];
}
