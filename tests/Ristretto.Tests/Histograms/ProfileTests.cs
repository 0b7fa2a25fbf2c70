using Ristretto.Columns.Accumulation;
using Ristretto.Histograms;
using Ristretto.Histograms.Axes;
using Ristretto.Histograms.Exchange;

namespace Ristretto.Tests.Histograms;

public class ProfileTests
{
    [Fact]
    public void Fill_Counts_GivesMeanAndVarianceOfTheSample()
    {
        var profile = Profile.Regular("p", 2, 0, 2).WithCounts();

        profile.Fill<double>([0.5, 0.5, 0.5, 1.5, -1], [1, 2, 6, 4, 8], default);
        profile.Fill(0.5, double.NaN);

        Assert.Equal([8, 3, 4, 0], profile.Values);
        Assert.Equal([1, 3, 1, 0], profile.Counts);
        Assert.Equal([double.NaN, 7, double.NaN, double.NaN], profile.SampleVariances);       // (4 + 1 + 9) / 2
        Assert.Equal(7.0 / 3, profile.Variances[1]);
        Assert.Equal((5, 1), (profile.Entries, profile.NanCount));
    }

    [Fact]
    public void Fill_Weights_FollowsTheDefinitions()
    {
        var profile = Profile.Regular("p", 1, 0, 1);

        profile.Fill(0.5, 1, 1);
        profile.Fill(0.5, 4, 2);
        profile.Fill(0.5, 100, 0);

        // Mean 9 / 3; S = 1·4 + 2·1 = 6; W − Σw²/W = 3 − 5/3; effective entries 9/5.
        Assert.Equal((3, 5, 3), (profile.SumsOfWeights[1], profile.SumsOfSquaredWeights[1], profile.Values[1]));
        Assert.Equal(4.5, profile.SampleVariances[1], 14);
        Assert.Equal(2.5, profile.Variances[1], 14);
    }

    [Fact]
    public void Fill_LargeNumbersCloseTogether_KeepsTheSpreadInParts()
    {
        var (a, b) = (Profile.Regular("p", 1, 0, 1).WithCounts(), Profile.Regular("p", 1, 0, 1).WithCounts());
        foreach (var sample in (double[])[1e9 + 4, 1e9 + 7]) a.Fill(0.5, sample);
        foreach (var sample in (double[])[1e9 + 13, 1e9 + 16]) b.Fill(0.5, sample);

        Assert.Equal((1e9 + 10, 30), ((a + b).Values[1], (a + b).SampleVariances[1]));
        Assert.Throws<ArgumentException>(() => a.Merge(Profile.Regular("p", 1, 0, 1)));
    }

    [Fact]
    public void Fill_InLanes_GivesTheSameForAnyNumberOfThreads()
    {
        var results = ((int[])[1, 2, 4]).Select(threads =>
        {
            var profile = Profile.Of("p", Axis.Category("tag", "a"), Axis.Regular("x", 3, 0, 3));
            var lanes = Enumerable.Range(0, 8).Select(_ => new Lane()).ToArray();
            Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
            {
                var random = new Random(i);
                lanes[i].Enter();
                for (var n = 0; n < 100; n++) profile.Fill(3 * random.NextDouble(), random.NextDouble(), random.NextDouble(), "a");
                Lane.Leave();
            });
            foreach (var lane in lanes) lane.MergeAndClear();
            return (profile.Entries, Sum: profile.SumsOfWeights.Sum(), All: string.Join(' ', profile.Values.Concat(profile.Variances)));
        }).ToArray();

        Assert.Equal(800, results[0].Entries);
        Assert.All(results, result => Assert.Equal(results[0], result));
        var weights = Enumerable.Range(0, 8).SelectMany(i =>
        {
            var random = new Random(i);
            return Enumerable.Range(0, 300).Select(_ => random.NextDouble()).Where((_, n) => n % 3 == 2).ToArray();
        });
        Assert.Equal(weights.Sum(), results[0].Sum, 9);
    }

    [Fact]
    public void ToRecord_OfAProfile_HasTheSumsOfRoot()
    {
        var profile = Profile.Regular("p", 2, 0, 2).WithTitle("t");
        profile.Fill(0.5, 1, 1);
        profile.Fill(0.5, 4, 2);
        profile.Fill(5, 7, 3);

        var record = RootProfile.ToRecord(profile);

        Assert.Equal(("TProfile", "p", "t", 3), (record.Class, record.Name, record.Title, record.Entries));
        Assert.Equal([0, 3, 0, 3], record.SumW);
        Assert.Equal([0, 5, 0, 9], record.SumW2);
        Assert.Equal([0, 9, 0, 21], record.SumWY);
        Assert.Equal([0, 33, 0, 147], record.SumWY2);
        Assert.Equal([new("fTsumw", 3), new("fTsumw2", 5), new("fTsumwx", 1.5), new("fTsumwx2", 0.75), new("fTsumwy", 9), new("fTsumwy2", 33)], record.Statistics);
        var back = RootProfile.FromRecord(record);
        Assert.Equal(profile.Values, back.Values);
        Assert.Equal(4.5, back.SampleVariances[1], 12);
    }

    [Fact]
    public void ToProfile_OfTwoVariables_TakesCentresOfBins()
    {
        var histogram = Histogram.Regular("x", 2, 0, 2).And(Axis.Regular("y", 2, 0, 4));
        histogram.Fill((0.5, 0.1), 2);
        histogram.Fill((0.5, 3.9), 2);
        histogram.Fill((0.5, 99), 2);

        var profile = histogram.ToProfile("y");

        Assert.Equal([0, 2, 0, 0], profile.Values);          // centres 1 and 3
        Assert.Equal([0, 4, 0, 0], profile.SumsOfWeights);
        Assert.Equal(2, profile.SampleVariances[1]);         // S = 2 + 2, W − Σw²/W = 4 − 8/4
    }
}
