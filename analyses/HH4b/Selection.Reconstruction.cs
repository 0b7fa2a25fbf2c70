using Ristretto.Columns.Arrays;
using Ristretto.Columns.Vectors;
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
        var result = ev.List<bool>();
        foreach (var e in ev.Events(ev.All()))
        {
            var count = 0;
            foreach (var quark in e.Of(quarks))
                if (quark.Mother is { Exists: true } mother && Math.Abs(mother.PdgId) is 23 or 25) count++;
            result.Add(count == 4);
        }
        return Mask.Of(result.AsSpan()) & (Abs(ev.GenJet.PartonFlavour) == 5).Any();
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
            (read.Pt, read.Eta, read.Phi, read.Mass) = (jet.Pt, jet.Eta, jet.Phi, jet.Mass);
            read.P4 = LorentzVector.FromPtEtaPhiM(read.Pt, read.Eta, read.Phi, read.Mass);
            (read.Score, read.Regression, read.PuId) = _year.Run == 2 ? (jet.BtagDeepFlavB, jet.BRegCorr, jet.PuId) : (jet.BtagPNetB, 1, 10);
            read.JetId = jet.JetId;
            read.IsSelected = Objects.IsSelected(read.Pt, read.Eta, _year);
            read.IsTagged = read.IsSelected && read.Score >= _year.MediumTag;
        }
        return result;
    }

    /// <summary>Candidates, pairings, regions.</summary>
    private void Reconstruct(ref EventSummary summary, ReadOnlySpan<AnalysisJet> jets, Span<bool> isCandidate)
    {
        foreach (ref readonly var jet in jets)
        {
            summary.Ht += jet.Pt;
            if (jet.IsSelected) summary.HtSelected += jet.Pt;
        }
        JetSelection.Candidates(jets, summary.Jets, isCandidate);
        (summary.VbfMass, summary.VbfDeltaEta) = JetSelection.VbfPair(jets, isCandidate);
        summary.Others = jets.Length - 4;
        summary.FourJets = summary.Jets[0].P4 + summary.Jets[1].P4 + summary.Jets[2].P4 + summary.Jets[3].P4;
        summary.M4j = summary.FourJets.Mass;

        Span<Pairing> pairings = stackalloc Pairing[3];
        var best = _year.Run == 2
            ? Pairing.Run2(summary.Jets, summary.M4j, summary.Event, pairings)
            : Pairing.Run3(summary.Jets, summary.FourJets, pairings);
        summary.Best = pairings[best];
        summary.MinDr = pairings[Pairing.SmallestDeltaR(pairings)];
        summary.PassesMass = pairings[0].PassesMass || pairings[1].PassesMass || pairings[2].PassesMass;
        summary.InSignalRegion = summary.PassesMass && (_year.Run == 2 ? summary.Best.IsZZ || summary.Best.IsZH || summary.Best.IsHH : summary.Best.Rhh < 30);
        summary.InSideband = summary.PassesMass && !summary.InSignalRegion && summary.Best.PassesMass;
    }

    /// <summary>The rows of the cutflow that need the reconstructed events.</summary>
    private static void Finish(NanoBatch ev, CutflowStep cutflow, ReadOnlySpan<EventSummary> found, Mask threeTag, Mask fourTag)
    {
        var step = cutflow.Split(("threeTag", threeTag), ("fourTag", fourTag)).Require("passPreSel", threeTag | fourTag);
        var vbf = Where(ev, cutflow.Passing, found, static (in EventSummary s) => s.PassesVbf);
        var mass = step.Require("passDiJetMass", Where(ev, cutflow.Passing, found, static (in EventSummary s) => s.PassesMass));
        mass.Note("SR", Where(ev, cutflow.Passing, found, static (in EventSummary s) => s.InSignalRegion));
        mass.Note("SB", Where(ev, cutflow.Passing, found, static (in EventSummary s) => s.InSideband));
        step.Note("passVBFSel", vbf);
    }

    private delegate bool Condition(in EventSummary summary);

    private static Mask Where(NanoBatch ev, Mask passing, ReadOnlySpan<EventSummary> found, Condition condition)
    {
        var result = ev.List<bool>();
        var at = 0;
        for (var i = 0; i < passing.Length; i++) result.Add(passing[i] && condition(found[at++]));
        return Mask.Of(result.AsSpan());
    }
}
