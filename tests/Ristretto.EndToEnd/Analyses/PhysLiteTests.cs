using Ristretto.Analyses.PhysLite;
using Ristretto.Bytes.Files;
using Ristretto.Histograms;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Analyses;

/// <summary>The PHYSLITE example against a plain loop over the stored numbers.</summary>
public class PhysLiteTests
{
    [Fact]
    public void Histograms_OfTheExample_AreThoseOfAPlainLoop()
    {
        var file = SharedData.Path("root", "PHYSLITE_example.root");
        var analysis = new ZToElectrons();
        var report = PhysLiteBatch.Open(file).Run(analysis.Process);

        var (mass, leading, charged) = Loop(file);
        Assert.Equal(100, report.Events);
        Assert.True(mass.Count > 10 && leading.Count > 30 && charged.Count > 100, $"{mass.Count} pairs, {leading.Count} jets, {charged.Count} shares");
        Equal(mass, analysis.Mass, 180);
        Equal(leading, analysis.LeadingJet, 500);
        Equal(charged, analysis.ChargedShare, 2);
    }

    private static (List<double> Mass, List<double> Leading, List<double> Charged) Loop(string path)
    {
        using var file = RootFile.Open(path);
        var tree = file.GetTree("CollectionTree");
        float[][] Lists(string name) => Split(tree, name, (reader, column) => reader.Values<float>(column).ToArray());
        sbyte[][] Flags(string name) => Split(tree, name, (reader, column) => reader.Values<sbyte>(column).ToArray());
        var (pt, eta, phi, m, charge) = (Lists("AnalysisElectronsAuxDyn.pt"), Lists("AnalysisElectronsAuxDyn.eta"), Lists("AnalysisElectronsAuxDyn.phi"), Lists("AnalysisElectronsAuxDyn.m"), Lists("AnalysisElectronsAuxDyn.charge"));
        var (isLoose, jetPt, pass) = (Flags("AnalysisElectronsAuxDyn.DFCommonElectronsLHLoose"), Lists("AnalysisJetsAuxDyn.pt"), Flags("AnalysisJetsAuxDyn.NNJvtPass"));
        using var sums = tree.GetField("AnalysisJetsAuxDyn.SumPtTrkPt500").Open();
        sums.Read(0, (int)tree.Entries);
        var sum = sums.Values<float>(0);
        var perJet = sums.Lengths(0, 1);
        var (mass, leading, charged, jet, at) = (new List<double>(), new List<double>(), new List<double>(), 0, 0);
        for (var e = 0; e < pt.Length; e++)
        {
            bool Good(int i) => pt[e][i] > 10000 && Math.Abs(eta[e][i]) < 2.47 && isLoose[e][i] != 0;
            for (var i = 0; i < pt[e].Length; i++)
                for (var j = i + 1; j < pt[e].Length; j++)
                    if (Good(i) && Good(j) && charge[e][i] * charge[e][j] < 0)
                    {
                        var (px, py, pz, energy) = (0.0, 0.0, 0.0, 0.0);
                        foreach (var k in (ReadOnlySpan<int>)[i, j])
                        {
                            double p = pt[e][k] * Math.Cosh(eta[e][k]);
                            px += pt[e][k] * Math.Cos(phi[e][k]);
                            py += pt[e][k] * Math.Sin(phi[e][k]);
                            pz += pt[e][k] * Math.Sinh(eta[e][k]);
                            energy += Math.Sqrt(p * p + (double)m[e][k] * m[e][k]);
                        }
                        mass.Add(Math.Sqrt(energy * energy - px * px - py * py - pz * pz) / 1000);
                    }
            var best = 0f;
            for (var i = 0; i < jetPt[e].Length; i++, jet++)
            {
                if (jetPt[e][i] > 20000 && pass[e][i] != 0)
                {
                    best = Math.Max(best, jetPt[e][i]);
                    if (perJet[jet] > 0) charged.Add(sum[at] / jetPt[e][i]);
                }
                at += (int)perJet[jet];
            }
            if (best > 0) leading.Add(best / 1000);
        }
        return (mass, leading, charged);
    }

    private static T[][] Split<T>(Ristretto.Bytes.Trees.Tree tree, string name, Func<Ristretto.Bytes.Trees.Fields.FieldReader, int, T[]> values)
    {
        using var reader = tree.GetField(name).Open();
        reader.Read(0, (int)tree.Entries);
        var (flat, at) = (values(reader, 0), 0);
        return [.. reader.Lengths(0, 0).ToArray().Select(length => flat[at..(at += (int)length)])];
    }

    // Regular bins from 0 on: those below first, those above last.
    private static void Equal(List<double> expected, Histogram actual, double end)
    {
        var bins = actual.Values.Length - 2;
        var counts = new double[bins + 2];
        foreach (var value in expected) counts[value < 0 ? 0 : value >= end ? bins + 1 : 1 + (int)(value / end * bins)]++;
        Assert.Equal(counts, actual.Values.ToArray());
    }
}
