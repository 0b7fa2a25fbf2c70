using Ristretto.Plots.Figures;
using Ristretto.Plots.Reports;
using Ristretto.Plots.Series;

namespace Ristretto.EndToEnd.Plots;

/// <summary>A report with every kind of contents.</summary>
internal static class SampleReport
{
    internal static Report Create() => new Report("HH\u21924b, resolved selection", "A sample with t\u0304 and <brackets>")
        .Summary("events read", "26 500").Summary("inputs", "samples/demo/data.root, samples/demo/HH4b.root, samples/demo/TTToSemiLeptonic.root")
        .Warning("3 lumi sections were not found")
        .Cutflow("data", "threeTag", new("all", 15642, 15642, 15642), new("passJetMult", 11985, 11985, 11985), new("SR", 152, 152, 152))
        .Cutflow("data", "fourTag", new("all", 15642, 15642, 15642), new("passJetMult", 888, 888, 888), new("SR", 0, 0, 0))
        .Cutflow("GluGluToHHTo4B", "fourTag", new("all", 5000, 48.0375, 0.5625), new("SR", 266, 2.5, 0.01))
        .Plot(Stack(), "Four tags", "Masses").Plot(Stack().Log(), "Logarithmic", "Masses").Plot(Shapes(), "", "Shapes").Plot(Map(), "The mass plane", "Shapes")
        .Table("Trigger paths", ["path", "fired"], ["HLT_PFHT330PT30_QuadPFJet_75_60_45_40_TriplePFBTagDeepCSV_4p5", "9120"])
        .Note("a note");

    internal static StackFigure Stack() => Figure.Stack("m4j")
        .Background(Falling(4000, 250), "Multijet (3-tag data)").Background(Falling(900, 400), "t#bar{t}").Signal(Falling(60, 700), "HH\u21924b", 10)
        .Data(Falling(4900, 275)).Ratio().Luminosity(59.8, "pb", 13).XLabel("m_{4j} [GeV], #alpha #eta #mu \u2265 3");

    internal static ShapeFigure Shapes() => Figure.Shapes("shapes").Add(Falling(100, 200), "t#bar{t}").Add(Falling(100, 600), "HH").Normalized();

    internal static MapFigure Map()
    {
        var axis = BinAxis.Regular("m_{12} [GeV]", 20, 0, 200);
        return Figure.Map("plane").Content(new(axis, axis, [.. Enumerable.Range(0, 400).Select(cell => (double)(cell / 20 * (cell % 20)))]));
    }

    private static BinnedSeries Falling(double total, double scale)
    {
        var axis = BinAxis.Regular("m_{4j} [GeV]", 40, 200, 1200);
        double[] values = [.. Enumerable.Range(0, 40).Select(bin => Math.Round(total * 25 / scale * Math.Exp(-(axis.Centre(bin) - 200) / scale)))];
        return new(axis, values, values, default, new(total * Math.Exp(-1000 / scale), 1));
    }
}
