using Ristretto.Columns.Arrays;
using Ristretto.Events.NanoAod;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Analyses.HH4b;

/// <summary>The two hardest jets of each event that are no candidates; shape <c>[events]</c>.</summary>
public sealed class VbfJets
{
    private const double LowestDeltaEta = 3.5, LowestMass = 400;

    private readonly JetLists _jets;                 // two in each event, candidates among them where there are no others
    private readonly Mask _areTwo;

    private VbfJets(JetLists jets, Mask areTwo)
    {
        (_jets, _areTwo) = (jets, areTwo);
        DeltaEta = Where(areTwo, Abs(jets.At(0).Eta - jets.At(1).Eta), -1);
    }

    /// <summary>|Δη|; −1 where there are fewer than two.</summary>
    public Column<double> DeltaEta { get; }

    /// <summary>Mass in GeV; −1 where there are fewer than two.</summary>
    public Column<double> Mass => Where(_areTwo, (_jets.At(0).P4 + _jets.At(1).P4).Mass, -1);

    /// <summary>Whether they look like those of vector-boson fusion.</summary>
    public Mask Pass
    {
        get
        {
            var wide = (DeltaEta > LowestDeltaEta).ToIndex();          // few are: only their masses are computed
            return wide[this[wide].Mass > LowestMass].ToMask(DeltaEta.Length);
        }
    }

    /// <summary>The jets of the given events.</summary>
    public VbfJets this[EventIndex events] => new(_jets[events], _areTwo[events]);

    /// <summary>The two hardest jets that are no candidates.</summary>
    /// <param name="jets">The loosely selected jets of events with four candidates.</param>
    /// <param name="isCandidate">Which of them are candidates.</param>
    /// <param name="year">The year.</param>
    public static VbfJets Find(Jets jets, JaggedMask isCandidate, Year year)
    {
        var hardest = Where(isCandidate, float.NegativeInfinity, jets.Pt).ArgSort(descending: true).Take(2);
        return new VbfJets(new JetLists(jets[hardest], year), jets.Count >= 6);
    }
}
