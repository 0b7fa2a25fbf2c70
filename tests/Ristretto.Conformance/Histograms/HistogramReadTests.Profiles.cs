using System.Text.Json;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Objects;
using Ristretto.Histograms.Exchange;
using Ristretto.Histograms.Profiles;
using Ristretto.Tests.Shared;

namespace Ristretto.Conformance.Histograms;

public partial class HistogramReadTests
{
    [Theory]
    [InlineData("root", "tprofile.root", 2)]
    [InlineData("root-written", "hists.root", 5)]
    [InlineData("root-written", "hadd_plain.root", 1)]
    public void GetProfile_EveryProfileOfTheFile_IsAsExpected(string folder, string name, int profiles)
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(SharedData.Path(folder, "expected", $"{name}.json")));
        using var file = RootFile.Open(SharedData.Path(folder, name));
        var count = 0;
        foreach (var json in expected.RootElement.GetProperty("objects").EnumerateArray())
        {
            if (!ProfileRecord.IsProfile(json.GetProperty("class").GetString()!)) continue;
            var profile = file.GetProfile($"{json.GetProperty("path").GetString()};{json.GetProperty("cycle").GetInt32()}");
            RequireSame(json, AsHistogram(profile));
            RequireCells(json.GetProperty("binentries"), profile.SumW);
            Assert.Equal(json.TryGetProperty("binsumw2", out var squares), profile.SumW2.Length > 0);
            if (profile.SumW2.Length > 0) RequireCells(squares, profile.SumW2);
            count++;
        }
        Assert.Equal(profiles, count);
    }

    /// <summary>The record goes through a file unchanged; the profile has the means, and through the record and back the same sums but for rounding.</summary>
    [Theory]
    [InlineData("root", "tprofile.root")]
    [InlineData("root-written", "hists.root")]
    public void GetProfile_WrittenAgain_KeepsEverySum(string folder, string name)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("ristretto-").FullName, "p.root");
        using var file = RootFile.Open(SharedData.Path(folder, name));
        var records = file.AllKeys().Where(entry => ProfileRecord.IsProfile(entry.Key.ClassName)).Select(entry => file.GetProfile(entry.Path, entry.Key)).ToArray();
        using (var writer = RootFileWriter.Create(path))
        {
            foreach (var record in records) writer.Write("", record);
            writer.Complete();
        }
        using (var written = RootFile.Open(path))
        {
            foreach (var record in records)
            {
                var back = written.GetProfile(record.Name);
                Assert.Equal([record.SumW, record.SumW2, record.SumWY, record.SumWY2], (double[][])[back.SumW, back.SumW2, back.SumWY, back.SumWY2]);
                Assert.Equal((record.Class, record.Title, record.Entries, record.ErrorMode, record.Low, record.High), (back.Class, back.Title, back.Entries, back.ErrorMode, back.Low, back.High));
                Assert.Equal(record.Statistics, back.Statistics);
                var profile = RootProfile.FromRecord(back);
                Assert.Equal(record.SumW2.Length > 0 ? MeanKind.WeightedMean : MeanKind.Mean, profile.Kind);
                var again = RootProfile.ToRecord(profile);
                for (var cell = 0; cell < record.SumW.Length; cell++)
                {
                    Assert.Equal(record.SumW[cell], again.SumW[cell]);
                    Assert.Equal(record.SumWY[cell], again.SumWY[cell], 1e-14 * Math.Abs(record.SumWY[cell]));
                    Assert.Equal(record.SumWY2[cell], again.SumWY2[cell], 1e-13 * Math.Abs(record.SumWY2[cell]));
                }
            }
        }
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public void GetProfile_OfAHistogram_SaysWhatItIsAndWhatThereIs()
    {
        using var file = RootFile.Open(SharedData.Path("root-written", "hists.root"));
        var histogram = file.AllKeys().First(entry => HistogramRecord.IsHistogram(entry.Key.ClassName)).Path;
        Assert.Contains("not a profile", Assert.ThrowsAny<Exception>(() => file.GetProfile(histogram)).Message, StringComparison.Ordinal);
        Assert.Contains("has no profile nothing", Assert.ThrowsAny<Exception>(() => file.GetProfile("nothing")).Message, StringComparison.Ordinal);
    }

    private static HistogramRecord AsHistogram(ProfileRecord profile) => new()
    {
        Class = profile.Class,
        Name = profile.Name,
        Title = profile.Title,
        Axes = profile.Axes,
        Contents = profile.SumWY,
        SumW2 = profile.SumWY2,
        Entries = profile.Entries,
        Statistics = profile.Statistics,
        Functions = profile.Functions,
    };
}
