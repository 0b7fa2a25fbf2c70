using Ristretto.Columns.Arrays;
using Ristretto.Events.Engine;
using Ristretto.Events.NanoAod;
using Ristretto.Events.Selections;
using Ristretto.Events.Systematics;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Events.Selections;

/// <summary>Parts of the weights, missing directions, statistics.</summary>
public sealed class WeightPartsTests
{
    private static readonly string s_file = Repository.PathOf("cli", "Ristretto.Cli", "Demo", "Samples", "demo_HH4b_UL18.root");

    [Fact]
    public void OnlyAndWithout_Names_ArePartsOfTheProduct() => OnThree(ev =>
    {
        var weights = new Weights(ev).Add("a", Column.Of(2.0, 3, 4)).Add("b", Column.Of(0.5, 0.5, 0), Column.Of(1.0, 1, 1), Column.Of(0.0, 0, 0)).Add("c", Column.Of(10.0, 10, 10));

        Assert.Equal([20.0, 30, 40], weights.Only("c", "a").Total.ToArray());
        Assert.Equal(["a", "c"], weights.Only("c", "a").Names);
        Assert.Equal([20.0, 30, 40], weights.Without("b").Total.ToArray());
        Assert.Equal([2.0, 3, 4], weights.Only("a", "b")[new Variation("b", "up")].ToArray());
        Assert.Equal([1.0, 1, 1], weights.Only().Total.ToArray());
        Assert.Equal([0.5, 0.5, 0], weights.Factor("b").ToArray());
        Assert.StartsWith("there is no weight \"pileupp\"; nearest: pileup; there are: pileup", Assert.Throws<ArgumentException>(() => new Weights(ev).Add("pileup", Column.Of(1.0, 1, 1)).Only("pileupp")).Message, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData(MissingDirection.MirrorDifference, 1.5, -1.0, 4.0)]
    [InlineData(MissingDirection.MirrorRatio, 4 / 2.5, 1 / 3.0, 2.0)]
    [InlineData(MissingDirection.Nominal, 2.0, 1.0, 2.0)]
    public void Add_OneDirection_HasTheOtherAsAskedFor(MissingDirection missing, double first, double second, double third) => OnThree(ev =>
    {
        var weights = new Weights(ev).Add("sf", Column.Of(2.0, 1, 2), up: Column.Of(2.5, 3, 0), down: missing);

        Assert.Equal([2.5, 3, 0], weights[new Variation("sf", "up")].ToArray());
        Assert.Equal([first, second, third], weights[new Variation("sf", "down")].ToArray().Select(value => Math.Round(value, 14)), (a, b) => Math.Abs(a - b) < 1e-13);
    });

    [Fact]
    public void Add_OneDirectionAndNone_HasOneVariation() => OnThree(ev =>
        Assert.Equal(["sf:up"], new Weights(ev).Add("sf", Column.Of(2.0, 1, 2), Column.Of(2.5, 3, 0), MissingDirection.None).Variations.Select(variation => variation.ToString())));

    [Theory]
    [InlineData(1, 2048)]
    [InlineData(3, 100)]
    public void Statistics_OfAllEvents_AreThoseOfALoop(int threads, int tile)
    {
        var statistics = new WeightStatistics();
        Nano.Open(s_file).Run(ev => statistics.Add(new Weights(ev).Add("met", ev.MET.Pt.To<double>()).Add("phi", ev.MET.Phi.To<double>())), new RunOptions { Threads = threads, TileSize = tile });

        var (count, sum, squares, min, max, total) = (0L, 0.0, 0.0, double.MaxValue, double.MinValue, 0.0);
        Nano.Open(s_file).Run(ev =>
        {
            foreach (var e in ev)
            {
                double phi = e.MET.Phi;
                (count, sum, squares, min, max, total) = (count + 1, sum + phi, squares + phi * phi, Math.Min(min, phi), Math.Max(max, phi), total + e.MET.Pt * phi);
            }
        }, new RunOptions { Threads = 1 });
        Assert.Equal(["met", "phi", "total"], statistics.Rows.Select(row => row.Factor));
        var seen = statistics["phi"];
        Assert.Equal((count, min, max), (seen.Count, seen.Min, seen.Max));
        // The file is one run of events, so even the order of additions is that of the loop.
        Assert.Equal((sum, squares, sum / count), (seen.SumW, seen.SumW2, seen.Mean));
        Assert.Equal(total, statistics["total"].SumW, 1e-9 * Math.Abs(total) + 1e-6);
        Assert.Contains("there are: met, phi, total", Assert.Throws<ArgumentException>(() => statistics["pho"]).Message, StringComparison.Ordinal);
    }

    private static void OnThree(Action<NanoBatch> check)
    {
        var checkedBatches = 0;
        Nano.Open(s_file).Run(ev =>
        {
            if (ev.Length != 3) return;      // the dry run has no events
            check(ev);
            checkedBatches++;
        }, new RunOptions { MaxEvents = 3, Threads = 1 });
        Assert.Equal(1, checkedBatches);
    }
}
