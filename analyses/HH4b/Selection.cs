using Ristretto.Columns.Accumulation;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Corrections;
using Ristretto.Events.Datasets;
using Ristretto.Events.Engine;
using Ristretto.Events.NanoAod;
using Ristretto.Events.Selections;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Analyses.HH4b;

/// <summary>The resolved selection of HH→4b: at least four jets, three or four b tags, two dijets with the masses of Higgs bosons.</summary>
public sealed class Selection(Sample sample) : IAnalysis<NanoBatch>
{
    private readonly Year _year = sample.Year;
    private readonly LaneLocal<LumiSections> _lumiSections = new(new LumiSections());
    private readonly LaneLocal<DuplicateFinder> _duplicates = new(new DuplicateFinder());
    private readonly LaneLocal<PathCounts> _paths = new(new PathCounts());
    private readonly LaneLocal<EventDump> _dump = new(new EventDump(sample.DumpEvents));

    /// <summary>What is selected from.</summary>
    public Sample Sample => sample;

    /// <summary>Events after each cut, three-tag and four-tag.</summary>
    public Cutflow Cutflow { get; } = new Cutflow("threeTag", "fourTag").KeepVariations("*");

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
        var (muons, electrons) = (ev.SelectedMuons(_year), ev.SelectedElectrons(_year));
        var isLoose = ev.Jet.IsLoose(_year, muons, electrons);
        var jets = new SelectedJets(ev.Jet, isLoose & ev.Jet.IsTight(_year), _year);
        var selected = jets.IsSelected.CountTrue();
        var taggedLoose = jets.IsTaggedLoose.CountTrue();
        var fourTag = jets.IsTagged.CountTrue() >= 4;
        var threeTag = taggedLoose == 3 & selected >= 4;
        var twoTag = taggedLoose == 2 & selected >= 4;
        var triggered = ev.HLT.Any(_year.Triggers, _year.OptionalTriggers);
        var weights = Weights(ev);

        var cutflow = Start(ev, weights, out var certified)
            .Require("passNoiseFilter", ev.Flag.All(_year.NoiseFilters, _year.OptionalNoiseFilters))
            .Require("passHLT", sample.IsData ? triggered : ev.All())
            .Require("passJetMult", selected >= 4)
            .Require("passPreSel_allTag", _year.Run == 3 ? fourTag | threeTag | twoTag : fourTag | threeTag);
        CountInput(ev, certified);

        // From here on only the events that have passed.
        var events = cutflow.Passing.ToIndex();
        (jets, fourTag, threeTag) = (jets[events][isLoose[events]], fourTag[events], threeTag[events]);
        var bosons = new Reconstruction(jets, ev.Event[events], _year);
        var tags = new Categories("tag", ("threeTag", threeTag), ("fourTag", fourTag));
        cutflow.PassingOnly().Split(tags)
            .Require("passPreSel", threeTag | fourTag)
            .Branch("passDiJetMass", bosons.PassesMass, mass => mass.Note("SR", bosons.InSignalRegion).Note("SB", bosons.InSideband))
            .Note("passVBFSel", bosons.VbfJets.Pass);

        var categories = tags.By("region", ("SR", bosons.InSignalRegion), ("SB", bosons.InSideband));
        var plotted = ((threeTag | fourTag) & (bosons.InSignalRegion | bosons.InSideband)).ToIndex();
        (categories, weights) = (categories[plotted], weights[events][plotted]);
        Histograms.FillM4j(bosons.M4j[plotted], weights, categories);
        if (Histograms.AreAll) Histograms.Fill(new PlottedEvents(ev, muons, electrons, jets, bosons, events, plotted, _year), weights.Total, categories);
        if (_dump.Value is { Room: > 0 } dump)
        {
            var first = Mask.All(events.Length).ToIndex().Take(dump.Room);
            dump.Add(ev, new PlottedEvents(ev, muons, electrons, jets, bosons, events, first, _year), bosons, first, triggered);
        }
    }

    /// <summary>Generator and pile-up weight in simulation, with the uncertainty of the pile-up; 1 in data.</summary>
    private Weights Weights(NanoBatch ev)
    {
        var weights = new Weights(ev);
        if (sample.IsData) return weights;
        return weights
            .Add("generator", ev.GenWeight * sample.Normalisation)
            .Add(sample.Pileup!.Name, ev.Pileup.NTrueInt.Corrected(sample.Pileup.Nominal), up: ev.Pileup.NTrueInt.Corrected(sample.Pileup.Up), down: ev.Pileup.NTrueInt.Corrected(sample.Pileup.Down));
    }

    /// <summary>The first rows of the cutflow: certified data, or simulation without outliers.</summary>
    private CutflowStep Start(NanoBatch ev, Weights weights, out Mask certified)
    {
        certified = sample.IsData ? ev.IsCertified(sample.Certified) : ev.All();
        var cutflow = Cutflow.Start(ev, weights).Require("all", certified);
        if (sample.IsData) return cutflow;
        cutflow = cutflow.Require("passCleanGenWeight", Abs(ev.GenWeight) < sample.LargestWeight);
        return sample.HasGeneratorJets ? cutflow.Note("pass4GenBJets", HasFourGeneratorBs(ev)) : cutflow;
    }

    /// <summary>Four b quarks from Z or H among the generator particles, and a generator b jet to match them to.</summary>
    private static Mask HasFourGeneratorBs(NanoBatch ev)
    {
        var quarks = ev.GenPart[Abs(ev.GenPart.PdgId) == 5 & ev.GenPart.Status == 23];
        var hasFour = ev.Marks();
        foreach (var e in ev)
        {
            var count = 0;
            foreach (var quark in e.Of(quarks))
                if (quark.Mother is { Exists: true } mother && Math.Abs(mother.PdgId) is 23 or 25) count++;
            hasFour[e.Index] = count == 4;
        }
        return hasFour.ToMask() & (Abs(ev.GenJet.PartonFlavour) == 5).Any();
    }

    private void CountInput(NanoBatch ev, Mask certified)
    {
        foreach (var path in _year.Triggers)
            if (ev.HLT.Has(path)) _paths.Value.Add(path, ev.HLT[path] & certified);
        if (!sample.IsData) return;
        _lumiSections.Value.Add(ev.Run[certified].AsSpan(), ev.LuminosityBlock[certified].AsSpan());
        _duplicates.Value.Add(ev.Run.AsSpan(), ev.LuminosityBlock.AsSpan(), ev.Event.AsSpan());
    }
}
