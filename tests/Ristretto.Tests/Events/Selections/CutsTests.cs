using Ristretto.Columns.Arrays;
using Ristretto.Events.Engine;
using Ristretto.Events.NanoAod;
using Ristretto.Events.Selections;
using Ristretto.Events.Systematics;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Events.Selections;

/// <summary>Named cuts together, one at a time, and all but one, against loops.</summary>
public sealed class CutsTests
{
    private static readonly string s_file = Repository.PathOf("cli", "Ristretto.Cli", "Demo", "Samples", "demo_HH4b_UL18.root");

    [Theory]
    [InlineData(1, 1f)]
    [InlineData(3, 1f)]
    [InlineData(1, 1.05f)]
    public void NMinusOne_OfCuts_CountsWhatALoopCounts(int threads, float scale)
    {
        var cutflow = new Cutflow().KeepVariations("JES");
        Nano.Open(s_file).Run(ev =>
        {
            var events = ev.Vary("JES", e => e.Jet.Shifted(pt: e.Jet.Pt * 1.05f), e => e.Jet.Shifted(pt: e.Jet.Pt * 0.95f));
            var cuts = new Cuts(ev).Add("jets", events.Select(e => (e.Jet.Pt > 60).CountTrue() >= 4)).Add("met", ev.MET.Pt > 40).Add("angle", ev.MET.Phi > 0);
            cutflow.Start(events, new Weights(ev).Add("w", ev.MET.Pt)).Count("initial").NMinusOne(cuts).Note(cuts).Require(cuts);
        }, new RunOptions { Threads = threads });

        Dictionary<string, (long Count, double SumW, double SumW2)> expected = [];
        Nano.Open(s_file).Run(ev =>
        {
            foreach (var e in ev)
            {
                var count = 0;
                foreach (var jet in e.Jet) count += jet.Pt * scale > 60 ? 1 : 0;
                var (jets, met, angle) = (count >= 4, e.MET.Pt > 40, e.MET.Phi > 0);
                foreach (var (cut, passes) in ((string, bool)[])[("initial", true), ("N - jets", met && angle), ("N - met", jets && angle), ("N - angle", jets && met), ("N", jets && met && angle)])
                {
                    var (n, w, w2) = expected.GetValueOrDefault(cut);
                    double weight = e.MET.Pt;
                    expected[cut] = passes ? (n + 1, w + weight, w2 + weight * weight) : (n, w, w2);
                }
            }
        }, new RunOptions { Threads = 1 });

        var rows = (scale == 1 ? cutflow : cutflow.Under(new("JES", "up")))["all"].Where(row => expected.ContainsKey(row.Cut)).ToArray();
        Assert.Equal(["initial", "N - jets", "N - met", "N - angle", "N"], rows.Select(row => row.Cut));
        Assert.All(rows, row => Assert.Equal(expected[row.Cut], (row.Count, row.SumW, row.SumW2)));
        Assert.True(expected["N"].Count > 10 && expected["N - jets"].Count > expected["N"].Count);
    }

    [Fact]
    public void Masks_OfNames_FollowThem() => Nano.Open(s_file).Run(ev =>
    {
        Mask Every(Func<int, bool> belongs) => Mask.Of([.. Enumerable.Range(0, ev.Length).Select(belongs)]);
        var cuts = new Cuts(ev).Add("even", Every(i => i % 2 == 0)).Add("third", Every(i => i % 3 == 0)).Add("first", Every(i => i < 10));

        Assert.Equal(["even", "third", "first"], cuts.Names);
        Same(i => i % 6 == 0, cuts.All("even", "third"));
        Same(i => i % 6 == 0 && i < 10, cuts.Passing);
        Same(i => i % 2 != 0 && i % 3 != 0, cuts.None("even", "third"));
        Same(i => i % 2 == 0 || i % 3 == 0, cuts.Any("even", "third"));
        Same(i => i % 2 == 0 && i < 10, cuts.AllBut("third"));
        // No names: nothing is required.
        Same(_ => true, cuts.All());
        Same(_ => true, cuts.None());
        Same(_ => false, cuts.Any());
        Same(i => i < 10, new Cuts(ev).Add("only", Every(i => i < 10)).Passing);
        Same(_ => true, new Cuts(ev).Add("only", Every(i => i < 10)).AllBut("only"));

        var configured = cuts.Categories("channel", new Dictionary<string, IReadOnlyList<string>> { ["inclusive"] = [], ["sixth"] = ["even", "third"] });
        Same(_ => true, configured.Select(categories => categories["inclusive"]));
        Same(i => i % 6 == 0, configured.Select(categories => categories["sixth"]));

        void Same(Func<int, bool> belongs, Varied<Mask> seen) => Assert.Equal(Every(belongs).ToArray(), seen.Nominal.ToArray());
    }, new RunOptions { MaxEvents = 100, Threads = 1 });

    [Fact]
    public void WrongNames_AreRefusedWithTheNearest() => Nano.Open(s_file).Run(ev =>
    {
        var cuts = new Cuts(ev).Add("trigger", ev.All());
        string Says(Action action) => Assert.Throws<ArgumentException>(action).Message;
        Assert.StartsWith("there is no cut \"triger\"; nearest: trigger", Says(() => cuts.All("triger")), StringComparison.Ordinal);
        Assert.StartsWith("there is no cut \"met\"", Says(() => cuts.AllBut("met")), StringComparison.Ordinal);
        Assert.StartsWith("there is a cut \"trigger\" already", Says(() => cuts.Add("trigger", ev.All())), StringComparison.Ordinal);
        Assert.StartsWith($"cut \"other\" is given for 1 events, the batch has {ev.Length}", Says(() => cuts.Add("other", Mask.All(1))), StringComparison.Ordinal);
    }, new RunOptions { MaxEvents = 10, Threads = 1 });
}
