using Ristretto.Columns.Arrays;
using Ristretto.Events.NanoAod;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Analyses.HH4b;

/// <summary>The four jets of each event that are taken for the b quarks, with b-jet regression, the hardest first; shape <c>[events][4]</c>.</summary>
/// <remarks>Equal scores are ordered by the position in the file and equal transverse momenta by the score, so that nothing is left to chance.</remarks>
public sealed class Candidates
{
    private readonly JetColumns?[] _jets = new JetColumns?[4];

    private Candidates(JetLists jets) => Jets = jets;

    /// <summary>The candidates.</summary>
    public JetLists Jets { get; }

    /// <summary>One of them in each event.</summary>
    public JetColumns this[int position] => _jets[position] ??= Jets.At(position);

    /// <summary>The candidates of the given events.</summary>
    public Candidates this[EventIndex events] => new(Jets[events]);

    /// <summary>The four selected jets with the highest score.</summary>
    /// <param name="jets">The loosely selected jets of events with at least four selected ones.</param>
    /// <param name="isSelected">Which of them are selected.</param>
    /// <param name="year">The year.</param>
    /// <param name="isCandidate">Which of the loosely selected jets are candidates.</param>
    public static Candidates Find(Jets jets, JaggedMask isSelected, Year year, out JaggedMask isCandidate)
    {
        var best = Where(isSelected, jets.Score(year), float.NegativeInfinity).ArgSort(descending: true).Take(4);
        isCandidate = best.ToMask(jets.Lists);
        var four = jets[best];
        var byScore = new JetLists(four, year, four.Regression(year));
        return new Candidates(byScore[byScore.Pt.ArgSort(descending: true)]);
    }
}
