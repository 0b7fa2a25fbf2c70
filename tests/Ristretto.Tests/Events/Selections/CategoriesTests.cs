using Ristretto.Columns.Arrays;
using Ristretto.Events.Engine;
using Ristretto.Events.NanoAod;
using Ristretto.Events.Selections;
using Ristretto.Events.Systematics;
using Ristretto.Histograms;
using Ristretto.Histograms.Axes;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Events.Selections;

/// <summary>Categories of events, against loops that ask for each category by itself.</summary>
public sealed class CategoriesTests
{
    private static readonly string s_file = Repository.PathOf("cli", "Ristretto.Cli", "Demo", "Samples", "demo_HH4b_UL18.root");

    private static readonly Variation s_up = new("JES", "up"), s_down = new("JES", "down"), s_weight = new("SF", "up");

    [Theory]
    [InlineData(1, 2048)]
    [InlineData(3, 2048)]
    [InlineData(2, 100)]
    public void Fill_SeveralCategoriesUnderVariations_GivesWhatALoopOverTheEventsGives(int threads, int tile)
    {
        var (ht, pt) = (Jets("HT", 800), Jets("pt", 400));

        Nano.Open(s_file).Run(ev =>
        {
            var events = ev.Vary("JES", e => e.Jet.Shifted(pt: e.Jet.Pt * 1.05f), e => e.Jet.Shifted(pt: e.Jet.Pt * 0.95f));
            var weight = ev.MET.Phi.To<double>();
            var weights = new Weights(ev).Add("SF", weight, weight * 1.5, weight * 0.5);
            var categories = events.Select(e => new Categories("region", ("all", e.All()), ("high", e.MET.Pt > 50), ("low", !(e.MET.Pt > 100)))
                .By("jets", ("four", (e.Jet.Pt > 40).CountTrue() >= 4), ("six", (e.Jet.Pt > 40).CountTrue() >= 6)));
            var given = events.Select(_ => weights);
            ht.Fill(events.Select(e => e.Jet.Pt.Sum()), given, categories);
            pt.Fill(events.Select(e => e.Jet.Pt), given, categories);
        }, new RunOptions { Threads = threads, TileSize = tile });

        foreach (var (variation, scale, factor) in ((Variation?, float, double)[])[(null, 1, 1), (s_up, 1.05f, 1), (s_down, 0.95f, 1), (s_weight, 1, 1.5)])
        {
            var (wantedHt, wantedPt) = Loop(scale, factor);
            var (seenHt, seenPt) = variation is { } v ? (ht.Under(v), pt.Under(v)) : (ht, pt);
            Assert.True(wantedHt.Entries > 1000 && wantedHt["six", "low"].Variances.ToArray().Any(variance => variance > 0));
            Assert.Equal(wantedHt.Entries, seenHt.Entries);
            Assert.Equal(wantedHt.Values.ToArray(), seenHt.Values.ToArray());
            Assert.Equal(wantedHt.Variances.ToArray(), seenHt.Variances.ToArray());
            Assert.Equal(wantedPt.Values.ToArray(), seenPt.Values.ToArray());
        }
        Assert.NotEqual(ht.Values.ToArray(), ht.Under(s_up).Values.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Fill_OneCategoryEach_GivesWhatRowsGive(int threads)
    {
        var (plane, rows, weighted) = (Plane(), Plane(), Plane());

        Nano.Open(s_file).Run(ev =>
        {
            var weight = ev.GenWeight.To<double>();
            var high = ev.MET.Pt > 50;
            var categories = new Categories("region", ("high", high), ("low", ev.MET.Pt < 30)).By("jets", ("four", ev.Jet.Count == 4), ("six", ev.Jet.Count == 6));
            Assert.NotNull(categories.Positions);
            plane.Fill(ev.MET.Pt, ev.MET.Phi, weight, categories);
            weighted.Fill(ev.MET.Pt, ev.MET.Phi, new Weights(ev).Add("generator", weight, weight * 2, weight), categories);
            foreach (var e in ev)
            {
                var region = e.MET.Pt > 50 ? "high" : e.MET.Pt < 30 ? "low" : null;
                var jets = e.Jet.Count == 4 ? "four" : e.Jet.Count == 6 ? "six" : null;
                if (region is not null && jets is not null) rows.FillRow(rows.RowOf(jets, region), e.GenWeight, e.MET.Pt, e.MET.Phi);
            }
        }, new RunOptions { Threads = threads });

        Assert.True(rows.Entries > 100);
        Assert.Equal(rows.Values.ToArray(), plane.Values.ToArray());
        Assert.Equal(rows.Values.ToArray(), weighted.Values.ToArray());
        Assert.Equal(rows.Values.ToArray().Select(value => 2 * value), weighted.Under(new("generator", "up")).Values.ToArray());
    }

    [Fact]
    public void Fill_NaN_CountsOncePerCategory()
    {
        var histogram = Histogram.Regular("x", 2, 0, 2).By("c", "a", "b");
        var categories = new Categories("c", ("a", Mask.Of(true, true, false, false)), ("b", Mask.Of(true, false, false, false)));

        histogram.Fill(Column.Of(double.NaN, 1.5, double.NaN, double.NaN), Column.Of(1.0, 1, 1, 1), categories);

        Assert.Equal((3, 2), (histogram.Entries, histogram.NanCount));
    }

    [Fact]
    public void Combinations_OfTwoAxes_AreTheirProduct()
    {
        var categories = new Categories("tag", ("three", Mask.Of(true, false, false)), ("four", Mask.Of(false, true, true))).By("region", ("SR", Mask.Of(true, true, false)), ("SB", Mask.Of(false, false, true)));

        Assert.Equal(["three/SR", "three/SB", "four/SR", "four/SB"], categories.Names);
        Assert.Equal([0, 2, 3], categories.Positions!.Value.ToArray());
        Assert.Equal([false, false, true], categories["four", "SB"].ToArray());
        Assert.Equal([3, 0], categories[EventIndex.Of(2, 0)].Positions!.Value.ToArray());
        Assert.Equal([2, 3], categories[Mask.Of(false, true, true)].Positions!.Value.ToArray());
    }

    [Fact]
    public void Split_Combinations_CountsEachByItself()
    {
        var cutflow = new Cutflow("four/SB", "four/SR");
        Nano.Open(s_file).Run(ev => cutflow.Start(ev).Split(new Categories("tag", ("four", ev.Jet.Count >= 4)).By("region", ("SR", ev.MET.Pt > 50), ("SB", ev.MET.Pt > 20))).Count("all"), new RunOptions { MaxEvents = 500 });

        var (region, sideband) = (0, 0);
        Nano.Open(s_file).Run(ev =>
        {
            foreach (var e in ev)
                if (e.Jet.Count >= 4) (region, sideband) = (region + (e.MET.Pt > 50 ? 1 : 0), sideband + (e.MET.Pt > 20 ? 1 : 0));
        }, new RunOptions { MaxEvents = 500, Threads = 1 });
        Assert.Equal((region, sideband), (cutflow["four/SR"][0].Count, cutflow["four/SB"][0].Count));
    }

    [Fact]
    public void WrongNames_AreRefusedWithTheRightOnes()
    {
        var all = Mask.All(2);
        var categories = new Categories("tag", ("three", all), ("four", all));
        var histogram = Histogram.Regular("m4j", 2, 0, 2).By("tag", "three", "fourTag");
        var x = Column.Of(1.0, 1.0);

        string Says(Action action) => Assert.Throws<ArgumentException>(action).Message;
        Assert.Equal("histogram \"m4j\", axis \"tag\": there is no category \"four\"; there are: three, fourTag", Says(() => histogram.Fill(x, x, categories)));
        Assert.Equal("histogram \"m4j\" has the category axes tag, the categories have tag, region", Says(() => histogram.Fill(x, x, categories.By("region", ("SR", all)))));
        Assert.Equal("histogram \"plain\" has the category axes none, the categories have tag", Says(() => Histogram.Regular("plain", 2, 0, 2).Fill(x, x, categories)));
        Assert.Contains("events with categories", Says(() => histogram.Fill(Column.Of(1.0), Column.Of(1.0), categories)), StringComparison.Ordinal);
        Assert.StartsWith("axis \"tag\" has no category \"fuor\"", Says(() => categories["fuor"].ToString()), StringComparison.Ordinal);
        Assert.StartsWith("there is an axis \"tag\" already", Says(() => categories.By("tag", ("a", all))), StringComparison.Ordinal);
        Assert.StartsWith("axis \"tag\" has two categories \"a\"", Says(() => _ = new Categories("tag", ("a", all), ("a", all))), StringComparison.Ordinal);
        Assert.StartsWith("axis \"tag\" has no categories", Says(() => _ = new Categories("tag")), StringComparison.Ordinal);
        Assert.StartsWith("category \"b\" of \"tag\" is given for 1 events, others for 2", Says(() => _ = new Categories("tag", ("a", all), ("b", Mask.All(1)))), StringComparison.Ordinal);
    }

    private static Histogram Jets(string name, double high) => Histogram.Regular(name, 40, 0, high).By("jets", "six", "four").By("region", "all", "high", "low");

    private static Histogram Plane() => Histogram.Of("plane", Axis.Category("jets", "four", "six"), Axis.Category("region", "high", "low"), Axis.Regular("pt", 10, 0, 200), Axis.Regular("phi", 8, -3.2, 3.2));

    private static (Histogram Ht, Histogram Pt) Loop(float scale, double factor)
    {
        var (ht, pt) = (Jets("HT", 800), Jets("pt", 400));
        Nano.Open(s_file).Run(ev =>
        {
            // The sum of a list has its own order of additions.
            var sums = (ev.Jet.Pt * scale).Sum();
            foreach (var e in ev)
            {
                var count = 0;
                foreach (var jet in e.Jet) count += jet.Pt * scale > 40 ? 1 : 0;
                string[] regions = ["all", .. e.MET.Pt > 50 ? new[] { "high" } : [], .. e.MET.Pt > 100 ? [] : new[] { "low" }];
                string[] jets = [.. count >= 4 ? new[] { "four" } : [], .. count >= 6 ? new[] { "six" } : []];
                foreach (var region in regions)
                    foreach (var number in jets)
                    {
                        var weight = (double)e.MET.Phi * factor;
                        ht.FillRow(ht.RowOf(number, region), weight, sums[e.Index]);
                        foreach (var jet in e.Jet) pt.FillRow(pt.RowOf(number, region), weight, jet.Pt * scale);
                    }
            }
        }, new RunOptions { Threads = 1 });
        return (ht, pt);
    }
}
