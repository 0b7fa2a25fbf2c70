using System.Globalization;
using Ristretto.Bytes.Errors;
using Ristretto.Events.Datasets;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Events.Datasets;

public class LuminosityTableTests
{
    private const string Header = "#run:fill,ls,time,beamstatus,E(GeV),delivered(/nb),recorded(/nb),avgpu,source\n";

    [Fact]
    public void Recorded_Sections_AreSummedInInversePicobarn()
    {
        var table = BrilcalcReader.Parse("#Data tag : x\n" + Header + "7:1,1:1,t,S,6500,2000,1000,30,X\n7:1,2:0,t,S,6500,2000,900,30,X\n\n8:1,1:1,t,S,6500,500,400,30,X\n#Summary:\n", "lumi.csv");
        Assert.Equal(3, table.Count);
        Assert.Equal(new LuminositySum(1.4, 3, 2), table.Recorded(new([new(7, 1, 3), new(8, 1, 1), new(9, 1, 1)])));
        Assert.Equal(new LuminositySum(2, 1, 0), table.Delivered(new([new(7, 2, 2)])));
    }

    [Theory]
    [InlineData("/fb", 1000)]
    [InlineData("/pb", 1)]
    [InlineData("/ub", 1e-6)]
    [InlineData("/mb", 1e-9)]
    [InlineData("hz/ub", 23.311e-6)]
    public void Parse_Unit_ComesFromTheHeader(string unit, double expected) =>
        Assert.Equal(expected, BrilcalcReader.Parse($"#run:fill,ls,delivered({unit}),recorded({unit})\n1:1,1:1,1,1\n", "l").Recorded(new([new(1, 1, 1)])).InvPb, expected * 1e-5);

    [Theory]
    [InlineData("", ": has no header line that begins with #run:fill; a table of brilcalc --byls is expected")]
    [InlineData("1:1,1:1\n", ":1: a row before the header line that begins with #run:fill")]
    [InlineData("#run:fill,time,delivered(/pb),recorded(/pb)", ":1: the header has no column \"ls\"; a table of brilcalc --byls is expected")]
    [InlineData("#run:fill,ls,delivered(/pb)", ":1: the header has no column \"recorded(unit)\"")]
    [InlineData("#run:fill,ls,delivered(/xb),recorded(/pb)", ":1: unknown unit \"/xb\" of the column \"delivered(/xb)\"; known: /fb, /pb, /nb, /ub, /mb, hz/ub")]
    [InlineData("#run:fill,ls,delivered(/pb),recorded(/pb)\n1:1,1:1,2\n", ":2: the row has 3 columns, the header needs 4")]
    [InlineData("#run:fill,ls,delivered(/pb),recorded(/pb)\n1,1:1,2,3\n", ":2: expected two numbers with a colon between them, found \"1\"")]
    [InlineData("#run:fill,ls,delivered(/pb),recorded(/pb)\n1:1,1:1,2,x\n", ":2: expected a luminosity, found \"x\"")]
    [InlineData("#run:fill,ls,delivered(/pb),recorded(/pb)\n1:1,1:1,2,1\n1:1,1:1,2,1\n1:1,1:1,2,1.5\n", ":4: run 1, section 1 is given a second time with another luminosity")]
    public void Parse_WrongContent_NamesTheLine(string text, string reason) =>
        Assert.Equal("lumi.csv" + reason, Assert.Throws<ConfigurationException>(() => BrilcalcReader.Parse(text, "lumi.csv")).Message);

    [Fact]
    public void Open_SmallTable_AgreesWithTheReference()
    {
        var path = SharedData.Path("corrections", "lumi_small.csv");
        var table = LuminosityTable.Open(path);
        Assert.Equal(998, table.Count);
        Assert.Equal(138.789557764, table.Recorded(table.Sections).InvPb, 1e-9);
        Assert.Equal(145.083609555, table.Delivered(table.Sections).InvPb, 1e-9);

        var sections = File.ReadLines(path).Where(line => line[0] != '#').Select(line => line.Split(',', ':'))
            .Select(part => new LumiRange(uint.Parse(part[0], CultureInfo.InvariantCulture), uint.Parse(part[2], CultureInfo.InvariantCulture), uint.Parse(part[2], CultureInfo.InvariantCulture))).ToArray();
        foreach (var row in File.ReadLines(SharedData.Path("corrections", "expected", "lumi.lumi_small.csv")).Skip(1).Select(line => line.Split(',')))
        {
            var (first, last) = (int.Parse(row[0], CultureInfo.InvariantCulture), int.Parse(row[1], CultureInfo.InvariantCulture));
            var expected = double.Parse(row[2], CultureInfo.InvariantCulture);
            Assert.Equal(expected, table.Recorded(new(sections[first..(last + 1)])).InvPb, 1e-9 * expected);
        }
    }

    [Theory]
    [InlineData("UL18", 0, 316944, 59.8)]
    [InlineData("UL18", 316945, 319011, 59.8)]
    [InlineData("UL18", 319012, 324791, 59.8)]
    [InlineData("2022_EE", 0, 360225, 26.77)]
    [InlineData("2022_EE", 360226, 362087, 26.77)]
    public void Recorded_GoldenSectionsOfOneEra_GiveItsLuminosity(string year, uint firstRun, uint lastRun, double expected)
    {
        var table = LuminosityTable.Open(SharedData.Path("samples", "corrections", $"lumi_{year}.csv"));
        var golden = LumiMask.Open(SharedData.Path("samples", "corrections", $"golden_{year}.json"));
        var sum = table.Recorded(new(golden.Ranges.Where(range => range.Run >= firstRun && range.Run <= lastRun)));
        Assert.Equal(0, sum.UnknownSections);
        Assert.Equal(expected, sum.InvPb, 1e-5);
    }
}
