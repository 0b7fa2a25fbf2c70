using System.Text.Json;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Objects;
using Ristretto.Histograms;
using Ristretto.Histograms.Axes;
using Ristretto.Histograms.Exchange;
using Ristretto.Tests.Shared;

namespace Ristretto.Conformance.Histograms;

/// <summary>What we write, JSROOT reads: exactly the numbers and texts that went in.</summary>
public sealed class RootFileWriterJsrootTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ristretto-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Write_HistogramsOfAllKinds_AreReadBackExactly()
    {
        HistogramRecord[] records = [.. Examples().Select(RootHistogram.ToRecord)];

        var read = WriteAndRead(writer =>
        {
            foreach (var record in records) writer.Write("", record);
        });

        Assert.Equal(records.Length, read.Length);
        foreach (var (record, json) in records.Zip(read)) RequireSame(record, record.Name, json);
    }

    [Fact]
    public void Write_Categories_BecomeDirectories()
    {
        var histogram = Histogram.Regular("m4j", 120, 0, 1200).By("tag", "threeTag", "fourTag").By("region", "SR", "SB");
        for (var i = 0; i < 500; i++) histogram.FillRow(i % histogram.RowCount, 1 + i / 7.0, 3.1 * i);

        var read = WriteAndRead(writer =>
        {
            RootHistogram.Write(writer, "data_UL18_A", histogram);
            RootHistogram.Write(writer, "GluGluToHHTo4B", histogram.WithName("plots/m4j"));
        });

        Assert.Equal(8, read.Length);
        foreach (var ((categories, record), i) in RootHistogram.ToRecords(histogram).Select((pair, i) => (pair, i)))
        {
            RequireSame(record, $"data_UL18_A/{string.Join('/', categories)}/m4j", read[i]);
            RequireSame(record, $"GluGluToHHTo4B/{string.Join('/', categories)}/plots/m4j", read[4 + i]);
        }
    }

    [Fact]
    public void Write_FloatClasses_AreReadBack()
    {
        HistogramRecord[] records = [.. Examples().Select(RootHistogram.ToRecord).Where(record => record.Axes.Count <= 3)
            .Select(record => record with { Class = record.Class[..3] + "F", Contents = [.. record.Contents.Select(content => (double)(float)content)] })];

        var read = WriteAndRead(writer =>
        {
            foreach (var record in records) writer.Write("", record);
        });

        foreach (var (record, json) in records.Zip(read)) RequireSame(record, record.Name, json);
    }

    [Fact]
    public void Write_ThousandsOfHistograms_AreAllThere()
    {
        var read = WriteAndRead(writer =>
        {
            for (var i = 0; i < 5000; i++)
                writer.Write($"set{i % 16}/tag{i % 2}", new HistogramRecord { Class = "TH1D", Name = $"h{i}", Axes = [new AxisRecord { Bins = 2 }], Contents = [i, 1, 2, 3] });
        });

        Assert.Equal(5000, read.Length);
        foreach (var json in read) Assert.Equal($"h{json.GetProperty("contents")[0].GetInt32()}", json.GetProperty("name").GetString());
    }

    [Fact]
    public void Write_NoHistogram_IsAnEmptyFile() => Assert.Empty(WriteAndRead(_ => { }));

    private static IEnumerable<Histogram> Examples()
    {
        var random = new Random(9);
        Histogram[] histograms =
        [
            Histogram.Regular("regular", 60, 0, 300).Label("p_{T} [GeV]").WithTitle("leading jet"),
            Histogram.Variable("variable", 0, 0.17276639, 0.26010802, 0.98, 1).Label("größer → η"),
            Histogram.Integer("integer", -2, 3),
            Histogram.IntCategory("puId", 0, 4, 6, 7),
            Histogram.Boolean("boolean"),
            Histogram.Category("labels", "threeTag", "", "vierzehn Zeichen äöü"),
            Histogram.Of("two", Axis.Regular("x", 50, 0, 250), Axis.Variable("y", -1, 0, 5, 100)),
            Histogram.Of("three", Axis.Regular("x", 4, 0, 1), Axis.Integer("y", 0, 3), Axis.IntCategory("z", 1, 2)),
            Histogram.Of("long", Axis.Regular("x", 3000, 0, 1)).WithTitle(new string('t', 400)),
            Histogram.Regular("empty", 1, 0, 1),
            Histogram.Regular("dots.and blanks", 2, 0, 1),
        ];
        foreach (var histogram in histograms)
        {
            var point = new double[histogram.Variables.Count];
            for (var i = 0; i < 1000 && histogram.Name != "empty"; i++)
            {
                for (var a = 0; a < point.Length; a++)
                {
                    var (low, high) = (histogram.Variables[a].Edges[0], histogram.Variables[a].Edges[^1]);
                    point[a] = low + (high - low) * (1.3 * random.NextDouble() - 0.15);
                }
                histogram.FillRow(random.Next(histogram.RowCount), random.NextDouble() * 3, point);
            }
            yield return histogram;
        }
    }

    private JsonElement[] WriteAndRead(Action<RootFileWriter> write)
    {
        var path = Path.Combine(_folder, "written.root");
        using (var writer = RootFileWriter.Create(path))
        {
            write(writer);
            writer.Complete();
        }
        return Jsroot.Read(path);
    }

    private static void RequireSame(HistogramRecord record, string path, JsonElement json)
    {
        Assert.Equal(path, json.GetProperty("path").GetString());
        Assert.Equal(record.Class, json.GetProperty("class").GetString());
        Assert.Equal(record.Title, json.GetProperty("title").GetString());
        Assert.Equal(record.Entries, json.GetProperty("entries").GetDouble());
        Assert.Equal(record.Cells, json.GetProperty("cells").GetInt64());
        Assert.Equal(record.Contents, Doubles(json.GetProperty("contents")));
        Assert.Equal(record.SumW2, Doubles(json.GetProperty("sumw2")));
        Assert.Equal(-1111, json.GetProperty("maximum").GetDouble());
        Assert.Equal(2, json.GetProperty("overflow").GetInt32());
        foreach (var (name, value) in record.Statistics) Assert.Equal(value, json.GetProperty("statistics").GetProperty(name).GetDouble());
        Assert.Equal(record.Axes.Count, json.GetProperty("axes").GetArrayLength());
        foreach (var (axis, read) in record.Axes.Zip(json.GetProperty("axes").EnumerateArray())) RequireSame(axis, read);
    }

    private static void RequireSame(AxisRecord axis, JsonElement json)
    {
        Assert.Equal((axis.Name, axis.Title), (json.GetProperty("name").GetString(), json.GetProperty("title").GetString()));
        Assert.Equal((axis.Bins, axis.Low, axis.High), (json.GetProperty("bins").GetInt32(), json.GetProperty("low").GetDouble(), json.GetProperty("high").GetDouble()));
        Assert.Equal(axis.Edges, Doubles(json.GetProperty("edges")));
        var labels = new string[axis.Labels.Count];
        Array.Fill(labels, "");
        foreach (var label in json.GetProperty("labels").EnumerateArray()) labels[label.GetProperty("bin").GetInt32() - 1] = label.GetProperty("text").GetString()!;
        Assert.Equal(axis.Labels, labels);
    }

    private static double[] Doubles(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];
}
