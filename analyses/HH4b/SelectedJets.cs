using Ristretto.Columns.Arrays;
using Ristretto.Events.NanoAod;

namespace Ristretto.Analyses.HH4b;

/// <summary>Jets from the lowest pT on that the analysis uses, and which of them pass the tight selection.</summary>
/// <param name="Jets">The loosely selected jets.</param>
/// <param name="IsSelected">Which of them are selected; shape <c>[events][jets]</c>.</param>
/// <param name="Year">The year.</param>
public sealed record SelectedJets(Jets Jets, JaggedMask IsSelected, Year Year)
{
    /// <summary>Which of the selected jets are b-tagged.</summary>
    public JaggedMask IsTagged => IsSelected & Jets.Score(Year) >= Year.MediumTag;

    /// <summary>Which of the selected jets pass the loose working point.</summary>
    public JaggedMask IsTaggedLoose => IsSelected & Jets.Score(Year) >= Year.LooseTag;

    /// <summary>The jets of some events.</summary>
    public SelectedJets this[EventIndex events] => new(Jets[events], IsSelected[events], Year);

    /// <summary>The jets for which the mask is true.</summary>
    public SelectedJets this[JaggedMask mask] => new(Jets[mask], IsSelected[mask], Year);
}
