using Ristretto.Events.Datasets;
using Ristretto.Histograms;
using Ristretto.Plots.Figures;
using Ristretto.Plots.Series;

namespace Ristretto.Analyses.HH4b;

/// <summary>The figures of one year: data, simulation scaled to the luminosity of the data, and the background of four-tag events
/// estimated from three-tag data.</summary>
internal sealed class YearFigures
{
    private static readonly (string Histogram, string Label)[] s_variables =
    [
        ("m4j", "m_{4j} [GeV]"),
        ("quadJet_selected.lead.mass", "m of leading dijet [GeV]"),
        ("quadJet_selected.subl.mass", "m of subleading dijet [GeV]"),
        ("quadJet_selected.xHH", "X_{HH}"),
        ("quadJet_selected.dr", "ΔR of dijets"),
        ("canJet0.pt", "p_{T} of hardest candidate jet [GeV]"),
        ("canJet3.pt", "p_{T} of softest candidate jet [GeV]"),
        ("selJets.n", "Selected jets"),
        ("hT", "H_{T} [GeV]"),
        ("canJets.deepjet_b", "b-tagging score of candidate jets"),
        ("top_cand.xWbW", "X_{Wb} of top-quark candidate"),
    ];

    /// <summary>Finer histograms are drawn with fewer bins.</summary>
    private const int FinestBins = 30;

    private readonly string _year;
    private readonly double _energy;
    private readonly double _luminosity;
    private readonly IReadOnlyList<(Dataset Dataset, Selection Selection, Kind Kind)> _samples;
    private readonly bool _hasData;

    internal YearFigures(string year, double energy, IReadOnlyList<(Dataset Dataset, Selection Selection, Kind Kind)> samples)
    {
        (_year, _energy, _samples) = (year, energy, samples);
        _hasData = samples.Any(sample => sample.Kind == Kind.Data);
        _luminosity = samples.Where(sample => sample.Kind == Kind.Data || !_hasData).Select(sample => sample.Dataset.Metadata.Luminosity ?? 0).DefaultIfEmpty(0)
            .Aggregate((a, b) => _hasData ? a + b : Math.Max(a, b));
    }

    /// <summary>All figures of the year with their captions.</summary>
    internal IEnumerable<(Figure Figure, string Caption)> All()
    {
        foreach (var region in new[] { "SR", "SB" })
            foreach (var (histogram, label) in s_variables)
            {
                yield return (FourTag(histogram, label, region), $"{_year}, four b tags, {Region(region)}");
                yield return (ThreeTag(histogram, label, region), $"{_year}, three b tags, {Region(region)}");
            }
        foreach (var kind in new[] { Kind.Data, Kind.Signal })
            if (Sum("quadJet_selected.lead_vs_subl_m", kind, "fourTag", null) is { } map)
                yield return (Map(map, kind), $"{_year}, four b tags, {(kind == Kind.Data ? "data" : "signal simulation")}: masses of the dijets");
    }

    /// <summary>Data, the three-tag data normalised in the sideband as background, the signal.</summary>
    private StackFigure FourTag(string histogram, string label, string region)
    {
        var figure = Labelled(Figure.Stack($"{_year}_fourTag_{region}_{histogram}"), label).Remark($"4 tags, {Region(region)}");
        if (_hasData)
        {
            var scale = Integral("fourTag", "SB") / Integral("threeTag", "SB");
            figure.Background(BinnedSeries.Of(Sum(histogram, Kind.Data, "threeTag", region)!).Scale(scale), "Background (3-tag data, norm. in SB)");
        }
        else AddBackgrounds(figure, histogram, "fourTag", region);
        AddSignal(figure, histogram, "fourTag", region);
        if (!_hasData) return figure.IncompleteExpectation("multijet events are not simulated");
        return figure.Data(Sum(histogram, Kind.Data, "fourTag", region)!).Ratio();
    }

    /// <summary>Data and the simulation that there is; multijet events are missing, so there is no ratio.</summary>
    private StackFigure ThreeTag(string histogram, string label, string region)
    {
        var figure = Labelled(Figure.Stack($"{_year}_threeTag_{region}_{histogram}"), label).Remark($"3 tags, {Region(region)}");
        AddBackgrounds(figure, histogram, "threeTag", region);
        AddSignal(figure, histogram, "threeTag", region);
        if (_hasData) figure.Data(Sum(histogram, Kind.Data, "threeTag", region)!);
        return figure.IncompleteExpectation("multijet events are not simulated");
    }

    private void AddBackgrounds(StackFigure figure, string histogram, string tag, string region)
    {
        var top = Sum(histogram, Kind.Simulation, tag, region);
        if (top is not null) figure.Background(top, "t#bar{t}");
    }

    private void AddSignal(StackFigure figure, string histogram, string tag, string region)
    {
        var signal = _samples.FirstOrDefault(sample => sample.Dataset.Metadata.Process == "GluGluToHHTo4B_cHHH1");
        if (signal.Selection is not null) figure.Signal(Scaled(signal, histogram, tag, region), "HH #rightarrow 4b");
    }

    private MapFigure Map(Histogram map, Kind kind) => Figure.Map($"{_year}_fourTag_{kind}_lead_vs_subl_m").Content(map)
        .XLabel("m of leading dijet [GeV]").YLabel("m of subleading dijet [GeV]").Luminosity(_luminosity, "pb", _energy);

    private StackFigure Labelled(StackFigure figure, string label) => figure.XLabel(label).Luminosity(_luminosity, "pb", _energy);

    private double Integral(string tag, string region) => Sum("m4j", Kind.Data, tag, region)!.Sum();

    /// <summary>The sum over the data sets of a kind, simulation scaled to the luminosity of the data; both regions without a region.</summary>
    private Histogram? Sum(string histogram, Kind kind, string tag, string? region)
    {
        Histogram? sum = null;
        foreach (var sample in _samples)
        {
            if (sample.Kind != kind || (kind == Kind.Signal && sample.Dataset.Metadata.Process != "GluGluToHHTo4B_cHHH1")) continue;
            var part = region is null ? Scaled(sample, histogram, tag, "SR") + Scaled(sample, histogram, tag, "SB") : Scaled(sample, histogram, tag, region);
            sum = sum is null ? part : sum + part;
        }
        return sum;
    }

    private Histogram Scaled((Dataset Dataset, Selection Selection, Kind Kind) sample, string histogram, string tag, string region)
    {
        var part = sample.Selection.Histograms[histogram][tag, region];
        if (part.Axes[^1].Bins > FinestBins) part = part.Rebin(part.Axes[^1].Bins / FinestBins);
        return sample.Kind == Kind.Data || !_hasData ? part : part * (_luminosity / sample.Dataset.Metadata.Luminosity!.Value);
    }

    private static string Region(string region) => region == "SR" ? "signal region" : "sideband";
}
