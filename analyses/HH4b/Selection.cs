using Ristretto.Columns.Accumulation;
using Ristretto.Events.Datasets;
using Ristretto.Events.Engine;
using Ristretto.Events.NanoAod;
using Ristretto.Events.Selections;

namespace Ristretto.Analyses.HH4b;

/// <summary>The resolved selection of HH→4b: at least four jets, three or four b tags, two dijets with the masses of Higgs bosons.</summary>
public sealed partial class Selection(Sample sample) : IAnalysis<NanoBatch>
{
    private readonly Year _year = sample.Year;
    private readonly LaneLocal<LumiSections> _lumiSections = new(new LumiSections());
    private readonly LaneLocal<DuplicateFinder> _duplicates = new(new DuplicateFinder());
    private readonly LaneLocal<PathCounts> _paths = new(new PathCounts());
    private readonly LaneLocal<EventDump> _dump = new(new EventDump(sample.DumpEvents));

    /// <summary>What is selected from.</summary>
    public Sample Sample => sample;

    /// <summary>Events after each cut, three-tag and four-tag.</summary>
    public Cutflow Cutflow { get; } = new("threeTag", "fourTag");

    /// <summary>The histograms by tag and region.</summary>
    public SelectionHistograms Histograms { get; } = new(sample);

    /// <summary>The certified lumi sections that were processed.</summary>
    public LumiSections LumiSections => _lumiSections.Main;

    /// <summary>Knows which events came twice.</summary>
    public DuplicateFinder Duplicates => _duplicates.Main;

    /// <summary>How often each trigger path fired.</summary>
    public PathCounts Paths => _paths.Main;

    /// <summary>The first selected events.</summary>
    public EventDump Dump => _dump.Main;

    /// <inheritdoc/>
    public void Process(NanoBatch ev)
    {
        var muons = ev.SelectedMuons(_year);
        var electrons = ev.SelectedElectrons(_year);
        var jets = ev.LooseJets(_year, muons, electrons);
        var isSelected = jets.IsSelected(_year);
        var score = jets.Score(_year);

        var selected = isSelected.CountTrue();
        var tagged = (isSelected & score >= _year.MediumTag).CountTrue();
        var taggedLoose = (isSelected & score >= _year.LooseTag).CountTrue();
        var fourTag = tagged >= 4;
        var threeTag = taggedLoose == 3 & selected >= 4;
        var twoTag = taggedLoose == 2 & selected >= 4;
        var triggered = Triggered(ev);
        var weights = Weights(ev);

        var cutflow = Start(ev, weights, out var certified)
            .Require("passNoiseFilter", ev.Flag.All(_year.NoiseFilters, _year.OptionalNoiseFilters))
            .Require("passHLT", sample.IsData ? triggered : ev.All())
            .Require("passJetMult", selected >= 4)
            .Require("passPreSel_allTag", _year.Run == 3 ? fourTag | threeTag | twoTag : fourTag | threeTag);
        CountInput(ev, certified);

        var found = ev.List<EventSummary>(cutflow.Passing.CountTrue());
        var plots = Histograms.Start(ev, found.Capacity, jets);
        Span<AnalysisJet> buffer = stackalloc AnalysisJet[64];
        Span<bool> isCandidate = stackalloc bool[256];
        foreach (var e in ev.Events(cutflow.Passing))
        {
            var jetsOfEvent = ReadJets(e.Of(jets), buffer);
            ref var summary = ref found.Add();
            summary = new EventSummary
            {
                Run = e.Run, Lumi = e.LuminosityBlock, Event = e.Event,
                Weight = weights.Total[e.Index],
                Tag = fourTag[e.Index] ? Tag.Four : threeTag[e.Index] ? Tag.Three : Tag.Two,
                Selected = selected[e.Index], Tagged = tagged[e.Index], TaggedLoose = taggedLoose[e.Index],
                Muons = e.Of(muons).Count, Electrons = e.Of(electrons).Count,
                Vertices = e.PV.Npvs, GoodVertices = e.PV.NpvsGood,
                Triggered = triggered[e.Index],
            };
            Reconstruct(ref summary, jetsOfEvent, isCandidate);
            var isPlotted = summary.Tag != Tag.Two && (summary.InSignalRegion || summary.InSideband);
            if ((isPlotted && sample.WithHistograms) || !_dump.Value.IsFull) summary.Top = JetSelection.Top(jetsOfEvent);
            if (isPlotted) plots.Add(summary, jetsOfEvent, isCandidate, e.Of(muons), e.Of(electrons));
            _dump.Value.Add(summary);
        }
        Finish(ev, cutflow, found.AsSpan(), threeTag, fourTag);
        plots.Fill();
    }
}
