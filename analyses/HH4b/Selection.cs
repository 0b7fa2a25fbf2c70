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

        var (passesMass, inSignalRegion, inSideband, passesVbf) = (ev.Marks(), ev.Marks(), ev.Marks(), ev.Marks());
        var plots = Histograms.Start(ev);
        var (dump, weight) = (_dump.Value, weights.Total);
        Span<AnalysisJet> buffer = stackalloc AnalysisJet[64];
        EventSummary summary = default;
        foreach (var e in ev.Events(cutflow.Passing))
        {
            summary.Tag = fourTag[e.Index] ? Tag.Four : threeTag[e.Index] ? Tag.Three : Tag.Two;
            var jetsOfEvent = ReadJets(e.Of(jets), buffer);
            Reconstruct(ref summary, jetsOfEvent, e.Event);
            passesMass[e.Index] = summary.PassesMass;
            inSignalRegion[e.Index] = summary.InSignalRegion;
            inSideband[e.Index] = summary.InSideband;
            passesVbf[e.Index] = summary.PassesVbf;

            if (!summary.IsPlotted && dump.IsFull) continue;
            summary.Weight = weight[e.Index];
            (summary.Run, summary.Lumi, summary.Event, summary.Triggered) = (e.Run, e.LuminosityBlock, e.Event, triggered[e.Index]);
            (summary.Selected, summary.Tagged, summary.TaggedLoose) = (selected[e.Index], tagged[e.Index], taggedLoose[e.Index]);
            (summary.Muons, summary.Electrons) = (e.Of(muons).Count, e.Of(electrons).Count);
            if (summary.IsPlotted) plots.Add(ref summary, e, jetsOfEvent, e.Of(muons), e.Of(electrons));
            if (dump.IsFull) continue;
            CompleteForDump(ref summary, jetsOfEvent);
            dump.Add(summary);
        }
        cutflow.Split(("threeTag", threeTag), ("fourTag", fourTag))
            .Require("passPreSel", threeTag | fourTag)
            .Branch("passDiJetMass", passesMass.ToMask(), mass => mass.Note("SR", inSignalRegion.ToMask()).Note("SB", inSideband.ToMask()))
            .Note("passVBFSel", passesVbf.ToMask());
        plots.Fill();
    }
}
