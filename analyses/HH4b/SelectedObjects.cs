using Ristretto.Columns.Arrays;
using Ristretto.Events.NanoAod;

namespace Ristretto.Analyses.HH4b;

/// <summary>The leptons and jets of events that the analysis uses.</summary>
/// <param name="Muons">Isolated muons.</param>
/// <param name="Electrons">Isolated electrons.</param>
/// <param name="Jets">Loosely selected jets.</param>
/// <param name="IsSelected">Which of the jets pass the tight selection; shape <c>[events][jets]</c>.</param>
/// <param name="IsTagged">Which of those are b-tagged; shape <c>[events][jets]</c>.</param>
/// <param name="IsTaggedLoose">Which of the selected jets pass the loose working point; shape <c>[events][jets]</c>.</param>
public sealed record SelectedObjects(Muons Muons, Electrons Electrons, Jets Jets, JaggedMask IsSelected, JaggedMask IsTagged, JaggedMask IsTaggedLoose)
{
    /// <summary>The objects of a batch.</summary>
    public static SelectedObjects Of(NanoBatch ev, Year year)
    {
        var (muons, electrons) = (ev.SelectedMuons(year), ev.SelectedElectrons(year));
        var jets = ev.LooseJets(year, muons, electrons);
        var (isSelected, score) = (jets.IsSelected(year), jets.Score(year));
        return new SelectedObjects(muons, electrons, jets, isSelected, isSelected & score >= year.MediumTag, isSelected & score >= year.LooseTag);
    }

    /// <summary>The objects of some events.</summary>
    public SelectedObjects this[EventIndex events] =>
        new(Muons[events], Electrons[events], Jets[events], IsSelected[events], IsTagged[events], IsTaggedLoose[events]);
}
