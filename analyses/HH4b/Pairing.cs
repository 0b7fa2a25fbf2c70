using Ristretto.Columns.Arrays;
using Ristretto.Columns.Vectors;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Analyses.HH4b;

/// <summary>One of the three ways to make two bosons of the four candidates, the same in all events; columns of shape <c>[events]</c>.</summary>
public sealed class Pairing
{
    private static readonly (int, int, int, int)[] s_jets = [(0, 1, 2, 3), (0, 2, 1, 3), (0, 3, 1, 2)];

    private readonly Dijets _first, _second;
    private readonly Mask _isSwapped;

    /// <summary>The pairing A, B or C: (01)(23), (02)(13), (03)(12).</summary>
    /// <param name="jets">The candidates, the hardest first.</param>
    /// <param name="index">0, 1 or 2.</param>
    /// <param name="run">In Run 2 the dijet with the larger scalar pT sum leads, in Run 3 that with the larger pT; of equals the one with the hardest jet.</param>
    public Pairing(Candidates jets, int index, int run)
    {
        var (a, b, c, d) = s_jets[index];
        (_first, _second) = (new Dijets(jets[a], jets[b]), new Dijets(jets[c], jets[d]));
        _isSwapped = run == 2 ? _second.St > _first.St : _second.P4.Pt > _first.P4.Pt;
        (LeadMass, SublMass) = (Lead(dijet => dijet.Mass), Subl(dijet => dijet.Mass));
        (LeadDeltaR, SublDeltaR) = (Lead(dijet => dijet.DeltaR), Subl(dijet => dijet.DeltaR));
        PassesMass = MassPlane.PassesMass(LeadMass, SublMass, run);
        Arrangement = Where(_isSwapped, 2 * index + 1, 2 * index);
        var isFirstClose = _first.DeltaR <= _second.DeltaR;
        ByDeltaR = Where(isFirstClose, 2 * index, 2 * index + 1);
    }

    /// <summary>Masses of leading and subleading dijet in GeV.</summary>
    public Column<double> LeadMass { get; }

    /// <inheritdoc cref="LeadMass"/>
    public Column<double> SublMass { get; }

    /// <summary>Whether both are those of Z or H candidates.</summary>
    public Mask PassesMass { get; }

    /// <summary>ΔR of the jets of leading and subleading dijet.</summary>
    public Column<double> LeadDeltaR { get; }

    /// <inheritdoc cref="LeadDeltaR"/>
    public Column<double> SublDeltaR { get; }

    /// <summary>Which jets make the leading and which the subleading dijet; see <see cref="HH4b.Arrangement"/>.</summary>
    public Column<int> Arrangement { get; }

    /// <summary>Which jets make the dijet with the smaller ΔR and which the other; see <see cref="HH4b.Arrangement"/>.</summary>
    public Column<int> ByDeltaR { get; }

    /// <summary>The smaller ΔR.</summary>
    public Column<double> SmallestDeltaR => Min(LeadDeltaR, SublDeltaR);

    /// <summary>Four-vectors of the leading dijets.</summary>
    public LorentzVectorColumn LeadP4 => Where(_isSwapped, _second.P4, _first.P4);

    private Column<double> Lead(Func<Dijets, Column<double>> quantity) => Where(_isSwapped, quantity(_second), quantity(_first));

    private Column<double> Subl(Func<Dijets, Column<double>> quantity) => Where(_isSwapped, quantity(_first), quantity(_second));
}
