using Ristretto.Columns.Arrays;
using Ristretto.Events.Corrections;
using Ristretto.Events.NanoAod;
using Ristretto.Events.Selections;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Analyses.HH4b;

public sealed partial class Selection
{
    private Mask Triggered(NanoBatch ev) => ev.HLT.Any(_year.Triggers, _year.OptionalTriggers);

    /// <summary>Generator and pile-up weight in simulation, 1 in data.</summary>
    private Weights Weights(NanoBatch ev)
    {
        var weights = new Weights(ev);
        if (sample.IsData) return weights;
        return weights
            .Add("generator", ev.GenWeight * sample.Normalisation)
            .Add("pileup", ev.Pileup.NTrueInt.Corrected(sample.Pileup!));
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

    private Span<AnalysisJet> ReadJets(JetList jets, Span<AnalysisJet> buffer)
    {
        var result = jets.Count <= buffer.Length ? buffer[..jets.Count] : new AnalysisJet[jets.Count];
        var at = 0;
        foreach (var jet in jets)
        {
            ref var read = ref result[at++];
            (read.Pt, read.Eta, read.Phi, read.Mass, read.JetId) = (jet.Pt, jet.Eta, jet.Phi, jet.Mass, jet.JetId);
            (read.Score, read.Regression, read.PuId) = _year.Run == 2 ? (jet.BtagDeepFlavB, jet.BRegCorr, jet.PuId) : (jet.BtagPNetB, 1, 10);
            read.IsSelected = Objects.IsSelected(read.Pt, read.Eta, _year);
            read.IsTagged = read.IsSelected && read.Score >= _year.MediumTag;
            read.IsCandidate = false;
        }
        return result;
    }

    /// <summary>Candidates, pairings, regions.</summary>
    private void Reconstruct(ref EventSummary summary, Span<AnalysisJet> jets, ulong eventNumber)
    {
        JetSelection.Candidates(jets, summary.Jets);
        summary.FourJets = summary.Jets[0].P4 + summary.Jets[1].P4 + summary.Jets[2].P4 + summary.Jets[3].P4;
        summary.M4j = summary.FourJets.Mass;

        Span<Pairing> pairings = summary.Pairings;
        summary.Selection = _year.Run == 2
            ? Pairing.Run2(summary.Jets, summary.M4j, eventNumber, pairings)
            : Pairing.Run3(summary.Jets, summary.FourJets, pairings);
        ref readonly var best = ref summary.Best;
        summary.PassesMass = pairings[0].PassesMass || pairings[1].PassesMass || pairings[2].PassesMass;
        summary.InSignalRegion = summary.PassesMass && (_year.Run == 2 ? best.IsZZ || best.IsZH || best.IsHH : best.Rhh < 30);
        summary.InSideband = summary.PassesMass && !summary.InSignalRegion && best.PassesMass;

        var (first, second) = JetSelection.HardestOthers(jets);
        (summary.Others, summary.VbfMass, summary.VbfDeltaEta) = (jets.Length - 4, -1, -1);
        if (second < 0) return;
        summary.VbfDeltaEta = Math.Abs(jets[first].Eta - jets[second].Eta);
        if (summary.VbfDeltaEta > EventSummary.VbfLowestDeltaEta || summary.IsPlotted) summary.VbfMass = JetSelection.Mass(jets[first], jets[second]);
    }

    /// <summary>What only the table of events shows of events that are not plotted.</summary>
    private static void CompleteForDump(ref EventSummary summary, ReadOnlySpan<AnalysisJet> jets)
    {
        summary.SumPt(jets);
        summary.Top = TopCandidate.Best(JetSelection.Selected(jets, new AnalysisJet[jets.Length]));
    }
}
