using Ristretto.Columns.Arrays;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Analyses.HH4b;

/// <summary>The two hardest jets of each event that are no candidates; shape <c>[events]</c>.</summary>
public sealed class VbfJets
{
    private const double LowestDeltaEta = 3.5, LowestMass = 400;

    private readonly JetLists _jets;

    private VbfJets(JetLists jets)
    {
        _jets = jets;
        AreTwo = jets.Lists.Count == 2;
        DeltaEta = Where(AreTwo, jets.Eta.Max(double.NegativeInfinity) - jets.Eta.Min(double.PositiveInfinity), -1);
    }

    /// <summary>Whether there are two.</summary>
    public Mask AreTwo { get; }

    /// <summary>|Δη|; −1 where there are fewer than two.</summary>
    public Column<double> DeltaEta { get; }

    /// <summary>Mass in GeV; −1 where there are fewer than two.</summary>
    public Column<double> Mass => Where(AreTwo, _jets.P4.Sum().Mass, -1);

    /// <summary>Whether they look like those of vector-boson fusion.</summary>
    public Mask Pass
    {
        get
        {
            var isWide = DeltaEta > LowestDeltaEta;          // few are: only their masses are computed
            return isWide & _jets[isWide.RepeatFor(_jets.Lists)].P4.Sum().Mass > LowestMass;
        }
    }

    /// <summary>The jets of the given events.</summary>
    public VbfJets this[EventIndex events] => new(_jets[events]);

    /// <summary>The two hardest of these jets.</summary>
    public static VbfJets Find(JetLists others) => new(others[others.Pt.ArgSort(descending: true).Take(2)]);
}
