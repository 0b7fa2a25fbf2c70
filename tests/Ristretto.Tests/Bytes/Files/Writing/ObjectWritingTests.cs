using System.Text.Json;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Objects;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Bytes.Files.Writing;

/// <summary>What we write as objects, JSROOT reads with the same members.</summary>
public sealed class ObjectWritingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ristretto-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("TH1C")]
    [InlineData("TH1S")]
    [InlineData("TH1I")]
    [InlineData("TH1F")]
    [InlineData("TH1D")]
    [InlineData("TH2C")]
    [InlineData("TH2S")]
    [InlineData("TH2I")]
    [InlineData("TH2F")]
    [InlineData("TH2D")]
    [InlineData("TH3C")]
    [InlineData("TH3S")]
    [InlineData("TH3I")]
    [InlineData("TH3F")]
    [InlineData("TH3D")]
    public void Write_HistogramOfEveryPrecision_IsReadBack(string className)
    {
        var histogram = Histogram(className);

        var read = Assert.Single(WriteAndRead(writer => writer.Write("", histogram)));

        Assert.Equal(className, read.GetProperty("class").GetString());
        Assert.Equal(histogram.Contents, Numbers(read, "fArray"));
        Assert.Equal(histogram.SumW2, Numbers(read, "fSumw2"));
        Assert.Equal(11, read.GetProperty("object").GetProperty("fEntries").GetDouble());
    }

    [Fact]
    public void Write_ContentThatDoesNotFit_IsRefused()
    {
        using var writer = RootFileWriter.Create(Path.Combine(_folder, "h.root"));
        var histogram = Histogram("TH1C");

        Assert.Contains("TH1C cannot hold 128", Assert.Throws<ArgumentException>(() => writer.Write("", histogram with { Contents = [0, 128, 0, 0, 0, 0] })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => writer.Write("", histogram with { Contents = [0, 0.5, 0, 0, 0, 0] }));
        writer.Write("", histogram with { Contents = [0, 127, -128, 0, 0, 0] });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Write_Profile_IsReadBack(int dimensions)
    {
        var cells = (int)Math.Pow(5, dimensions);
        var profile = new ProfileRecord
        {
            Name = "p",
            Title = "profile",
            Axes = [.. Enumerable.Repeat(new AxisRecord { Bins = 3, High = 3 }, dimensions)],
            SumWY = [.. Enumerable.Range(0, cells).Select(i => i * 0.5)],
            SumWY2 = [.. Enumerable.Range(0, cells).Select(i => i * 0.25)],
            SumW = [.. Enumerable.Range(0, cells).Select(i => (double)i)],
            SumW2 = [.. Enumerable.Range(0, cells).Select(i => i * 2.0)],
            Entries = 77,
            ErrorMode = 1,
            Low = -1,
            High = 2,
            Statistics = [new("fTsumw", 5), new($"fTsumw{"yzt"[dimensions - 1]}", 6), new($"fTsumw{"yzt"[dimensions - 1]}2", 7)],
        };

        var read = Assert.Single(WriteAndRead(writer => writer.Write("", profile)));

        var (members, quantity) = (read.GetProperty("object"), "YZT"[dimensions - 1]);
        Assert.Equal(dimensions == 1 ? "TProfile" : $"TProfile{dimensions}D", read.GetProperty("class").GetString());
        Assert.Equal(profile.SumWY, Numbers(read, "fArray"));
        Assert.Equal(profile.SumWY2, Numbers(read, "fSumw2"));
        Assert.Equal(profile.SumW, Numbers(read, "fBinEntries"));
        Assert.Equal(profile.SumW2, Numbers(read, "fBinSumw2"));
        Assert.Equal((1, -1, 2), (members.GetProperty("fErrorMode").GetInt32(), members.GetProperty($"f{quantity}min").GetDouble(), members.GetProperty($"f{quantity}max").GetDouble()));
        Assert.Equal((5, 6, 7), (members.GetProperty("fTsumw").GetDouble(), members.GetProperty($"fTsumw{"yzt"[dimensions - 1]}").GetDouble(), members.GetProperty($"fTsumw{"yzt"[dimensions - 1]}2").GetDouble()));
    }

    [Fact]
    public void Write_Graphs_AreReadBack()
    {
        double[] x = [1, 2, 3], y = [4, 5.5, 6], low = [0.1, 0.2, 0.3], high = [0.4, 0.5, 0.6];
        var graph = new GraphRecord { Name = "g", Title = "graph", X = x, Y = y };

        var read = WriteAndRead(writer =>
        {
            writer.Write("", graph);
            writer.Write("", graph with { Name = "e", YErrors = low });
            writer.Write("", graph with { Name = "a", YErrors = low, YErrorsUp = high, XErrors = high });
            writer.Write("", graph with { Name = "none", X = [], Y = [] });
            writer.Write("", graph with { Name = "x", XErrors = low, XErrorsUp = high });
        });

        Assert.Equal(["TGraph", "TGraphErrors", "TGraphAsymmErrors", "TGraph", "TGraphAsymmErrors"], read.Select(item => item.GetProperty("class").GetString()));
        foreach (var item in read[..3])
        {
            Assert.Equal(x, Numbers(item, "fX"));
            Assert.Equal(y, Numbers(item, "fY"));
        }
        Assert.Equal(new double[3], Numbers(read[1], "fEX"));
        Assert.Equal(low, Numbers(read[1], "fEY"));
        Assert.Equal(high, Numbers(read[2], "fEXlow"));
        Assert.Equal(high, Numbers(read[2], "fEXhigh"));
        Assert.Equal(low, Numbers(read[2], "fEYlow"));
        Assert.Equal(high, Numbers(read[2], "fEYhigh"));
        Assert.Equal(0, read[3].GetProperty("object").GetProperty("fNpoints").GetInt32());
        Assert.Equal(low, Numbers(read[4], "fEXlow"));
        Assert.Equal(high, Numbers(read[4], "fEXhigh"));
        Assert.Equal(new double[3], Numbers(read[4], "fEYhigh"));
        Assert.Equal(-1111, read[0].GetProperty("object").GetProperty("fMinimum").GetDouble());
    }

    [Fact]
    public void Write_ParametersAndTexts_AreReadBack()
    {
        var read = WriteAndRead(writer =>
        {
            writer.Write("a", new ParameterRecord("double", 2.5));
            writer.Write("a", new ParameterRecord("float", 1.25f));
            writer.Write("a", new ParameterRecord("int", -7));
            writer.Write("a", new ParameterRecord("long", 1L << 40));
            writer.Write("a", new ParameterRecord("bool", true));
            writer.WriteText("a/b", "text", "größer");
            writer.WriteNamed("", "named", "its title");
        });

        Assert.Equal(["a/double", "a/float", "a/int", "a/long", "a/bool", "a/b/text", "named"], read.Select(item => item.GetProperty("path").GetString()));
        Assert.Equal(["TParameter<double>", "TParameter<float>", "TParameter<int>", "TParameter<Long64_t>", "TParameter<bool>", "TObjString", "TNamed"],
            read.Select(item => item.GetProperty("class").GetString()));
        Assert.Equal(["2.5", "1.25", "-7", "1099511627776", "true"], read[..5].Select(item => item.GetProperty("object").GetProperty("fVal").GetRawText()));
        Assert.Equal("größer", read[5].GetProperty("object").GetProperty("fString").GetString());
        Assert.Equal("its title", read[6].GetProperty("object").GetProperty("fTitle").GetString());
    }

    [Fact]
    public void Write_NameTaken_AsTheOptionsSay()
    {
        var cycles = WriteAndRead(writer =>
        {
            for (var i = 0; i < 3; i++) writer.WriteText("a", "text", $"{i}");
        }, NameTaken.NextCycle);
        Assert.Equal([1, 2, 3], cycles.Select(item => item.GetProperty("cycle").GetInt32()));
        Assert.Equal(["0", "1", "2"], cycles.Select(item => item.GetProperty("object").GetProperty("fString").GetString()));

        var replaced = Assert.Single(WriteAndRead(writer =>
        {
            for (var i = 0; i < 3; i++) writer.WriteText("a", "text", $"{i}");
        }, NameTaken.Replace));
        Assert.Equal((1, "2"), (replaced.GetProperty("cycle").GetInt32(), replaced.GetProperty("object").GetProperty("fString").GetString()));
    }

    private static HistogramRecord Histogram(string className)
    {
        var dimensions = className[2] - '0';
        var cells = (int)Math.Pow(6, dimensions);
        return new HistogramRecord
        {
            Class = className,
            Name = "h",
            Axes = [.. Enumerable.Repeat(new AxisRecord { Bins = 4, High = 4 }, dimensions)],
            Contents = [.. Enumerable.Range(0, cells).Select(i => (double)(i % 100 - 20))],
            SumW2 = [.. Enumerable.Range(0, cells).Select(i => (double)i)],
            Entries = 11,
        };
    }

    private JsonElement[] WriteAndRead(Action<RootFileWriter> write, NameTaken taken = NameTaken.Refuse)
    {
        var path = Path.Combine(_folder, "written.root");
        using (var writer = RootFileWriter.Create(path, new RootWriteOptions { NameTaken = taken }))
        {
            write(writer);
            writer.Complete();
        }
        return Jsroot.ReadObjects(path);
    }

    private static double[] Numbers(JsonElement item, string member) => [.. item.GetProperty("object").GetProperty(member).EnumerateArray().Select(value => value.GetDouble())];
}
