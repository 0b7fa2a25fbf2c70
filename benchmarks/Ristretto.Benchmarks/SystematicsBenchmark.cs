using Ristretto.Cli.Measurements;
using Ristretto.Columns.Arrays;
using Ristretto.Columns.Combinatorics;
using Ristretto.Events.Engine;
using Ristretto.Events.Engine.Costs;
using Ristretto.Events.NanoAod;
using Ristretto.Events.Selections;
using Ristretto.Events.Systematics;
using Ristretto.Histograms;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Benchmarks;

/// <summary>A load like that of the analysis grand challenge, a semileptonic tt̄ selection with variations of jets and weights, against the decode-only floor of its
/// columns and against the same without variations.</summary>
internal static class SystematicsBenchmark
{
    private const int Copies = 12;

    internal static int Run(string data, int rounds)
    {
        var file = Path.Combine(data, "samples", "TTToSemiLeptonic_UL18.root");
        Console.WriteLine($"{file}, {Copies} times, 1 thread, {rounds} rounds");
        Console.WriteLine("objects  weights   events   floor Mevents/s   nominal ×floor   varied ×floor   varied / nominal   2 threads   bytes/event allocated");
        foreach (var (objects, weights) in ((int, int)[])[(4, 6), (20, 60)])
        {
            var load = new TopPairLoad(objects, weights);
            DatasetRun<NanoBatch>[] datasets = [new("tt", [.. Enumerable.Repeat(new InputFile(file), Copies)], load)];
            var plan = RunPlan.Make(datasets, new RunOptions());
            RunReport Go(SystematicsMode mode, int threads = 1) => EventLoop.Run(datasets, plan, new RunOptions { Threads = threads, Systematics = mode });
            var floor = new DecodeFloor(plan, [.. Go(SystematicsMode.All).Columns.Select(column => column.Branch)]);
            var results = new Measurement(2, rounds).Add("floor", () => floor.Run()).Add("nominal", () => Go(SystematicsMode.None)).Add("varied", () => Go(SystematicsMode.All)).Add("two", () => Go(SystematicsMode.All, 2)).Run();
            var bytes = GC.GetTotalAllocatedBytes(precise: true);
            Go(SystematicsMode.All);
            var allocated = (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)plan.Events;
            Console.WriteLine($"{objects,7} {weights,8} {plan.Events,8} {plan.Events / results[0].Wall / 1e6,17:F2} {results[1].Ratio,16:F2} {results[2].Ratio,15:F2} {results[2].Wall / results[1].Wall,18:F2} {results[2].Wall / results[3].Wall,11:F2} {allocated,23:F1}");
        }
        return 0;
    }

    /// <summary>One lepton, four jets; HT with one b tag, the mass of the three jets of largest pT with two.</summary>
    private sealed class TopPairLoad(int objects, int weights) : IAnalysis<NanoBatch>
    {
        private const double Medium = 0.2783;

        private readonly Histogram _ht = Histogram.Regular("4j1b_HT", 25, 0, 500);
        private readonly Histogram _mass = Histogram.Regular("4j2b_m3", 25, 50, 550);

        public void Process(NanoBatch ev)
        {
            var muons = (ev.Muon.Pt > 30 & Abs(ev.Muon.Eta) < 2.1 & ev.Muon.TightId & ev.Muon.PfRelIso04All < 0.15).CountTrue();
            var electrons = (ev.Electron.Pt > 30 & Abs(ev.Electron.Eta) < 2.1).CountTrue();
            var lepton = muons + electrons == 1;
            var factors = Factors(ev);

            var events = ev.Vary("none");
            for (var i = 0; i < objects / 2; i++)
            {
                var scale = 0.01f * (i + 1);
                events = ev.Vary($"JES{i}", up: e => Scaled(e.Jet, 1 + scale), down: e => Scaled(e.Jet, 1 - scale));
            }
            var jets = events.Select(e => e.Jet[e.Jet.Pt > 30 & Abs(e.Jet.Eta) < 2.4]);
            var tags = jets.Select(j => (j.BtagDeepFlavB > Medium).CountTrue());
            var four = jets.Select(j => lepton & j.Count >= 4);
            var one = four.Select(tags, (pass, count) => pass & count == 1);
            var two = four.Select(tags, (pass, count) => pass & count >= 2);
            _ht.Fill(jets.Select(one, (j, pass) => j.Pt.Sum()[pass]), one.Select(pass => factors[pass]));
            _mass.Fill(jets.Select(two, (j, pass) => MassOfHardestThree(j[pass])), two.Select(pass => factors[pass]));
        }

        private static ColumnShift Scaled(Jets jets, float factor) => jets.Shifted(pt: jets.Pt * factor, mass: jets.Mass * factor);

        private static Column<double> MassOfHardestThree(Jets jets)
        {
            var p4 = jets.P4;
            var triples = jets.Lists.Triples();
            var sums = p4[triples.First] + p4[triples.Second] + p4[triples.Third];
            var best = sums.Pt.ArgMax();
            return sums.Mass[best].Flatten();
        }

        private Weights Factors(NanoBatch ev)
        {
            var gen = ev.GenWeight.To<double>();
            var result = new Weights(ev).Add("gen", gen);
            for (var i = 0; i < weights / 2; i++) result.Add($"SF{i}", gen * 0 + 1, gen * 0 + (1 + 0.01 * (i + 1)), gen * 0 + (1 - 0.01 * (i + 1)));
            return result;
        }
    }
}
