using Ristretto.Columns.Vectors;

namespace Ristretto.Analyses.HH4b;

/// <summary>One of the three ways to make two bosons of four jets.</summary>
public struct Pairing
{
    private static readonly (int, int, int, int)[] s_jets = [(0, 1, 2, 3), (0, 2, 1, 3), (0, 3, 1, 2)];

    private const double LeadZ = 91 * 1.02, SublZ = 91 * 0.98, LeadH = 125 * 1.02, SublH = 125 * 0.98;

    // Keys of the purpose "quadJetSelection" for the three pairings.
    private static readonly ulong[] s_keys = [0x4897d25ae63fd5c1, 0xec81f2b3ebacfd23, 0x57cd42f6a4ebf397];

    /// <summary>The dijets; the one with the larger scalar pT sum (Run 3: larger pT) leads.</summary>
    public Dijet Lead, Subl;

    /// <summary>Distance from the centre of the ZZ signal region.</summary>
    public readonly double XZZ => Math.Sqrt(Square(Lead, LeadZ) + Square(Subl, SublZ));

    /// <summary>Distance from the centre of the HH signal region.</summary>
    public readonly double XHH => Math.Sqrt(Square(Lead, LeadH) + Square(Subl, SublH));

    /// <summary>Distance from the nearer centre of the ZH signal region.</summary>
    public readonly double XZH => Math.Sqrt(Math.Min(Square(Lead, LeadH) + Square(Subl, SublZ), Square(Lead, LeadZ) + Square(Subl, SublH)));

    /// <summary>Whether both dijet masses are those of a Z or H candidate.</summary>
    public bool PassesMass;

    /// <summary>What decides between the pairings in Run 2.</summary>
    public double Rank;

    /// <summary>Distance from the line of equal masses, GeV; what decides in Run 3.</summary>
    public double Dhh;

    /// <summary>Distance from the point (125, 120) GeV of the masses, what defines the Run 3 regions.</summary>
    public double Rhh;

    /// <summary>A, B or C: (01)(23), (02)(13), (03)(12).</summary>
    public int Index;

    /// <summary>Whether it lies in the ZZ signal region.</summary>
    public readonly bool IsZZ => XZZ < 2.6;

    /// <summary>Whether it lies in the ZH signal region.</summary>
    public readonly bool IsZH => XZH < 1.9;

    /// <summary>Whether it lies in the HH signal region.</summary>
    public readonly bool IsHH => XHH < 1.9;

    /// <summary>Whether the leading dijet is the one with the closer jets.</summary>
    public readonly bool IsLeadClose => Lead.DeltaR == Subl.DeltaR ? Lead.Lead == 0 || Lead.Subl == 0 : Lead.DeltaR < Subl.DeltaR;

    /// <summary>The dijet with the smaller ΔR.</summary>
    public readonly Dijet Close => IsLeadClose ? Lead : Subl;

    /// <summary>The dijet with the larger ΔR.</summary>
    public readonly Dijet Other => IsLeadClose ? Subl : Lead;

    /// <summary>The pairings of four jets ordered by pT, for Run 2.</summary>
    /// <param name="jets">The four candidates, harder first.</param>
    /// <param name="m4j">Their mass in GeV.</param>
    /// <param name="eventNumber">Decides between pairings that are equally good, always in the same way.</param>
    /// <param name="pairings">Receives the three pairings.</param>
    /// <returns>Which of the three is selected.</returns>
    public static int Run2(ReadOnlySpan<AnalysisJet> jets, double m4j, ulong eventNumber, Span<Pairing> pairings)
    {
        var best = 0;
        var (leadLow, leadHigh) = (360 / m4j - 0.5, Math.Max(650 / m4j + 0.5, 1.5));
        var (sublLow, sublHigh) = (235 / m4j, Math.Max(650 / m4j + 0.7, 1.5));
        for (var k = 0; k < 3; k++)
        {
            Make(jets, k, ref pairings[k], bySt: true);
            ref var pairing = ref pairings[k];
            pairing.PassesMass = pairing.Lead.Mass is > 52 and < 180 && pairing.Subl.Mass is > 50 and < 173;
            var leadPasses = pairing.Lead.DeltaR > leadLow && pairing.Lead.DeltaR < leadHigh;
            var sublPasses = pairing.Subl.DeltaR > sublLow && pairing.Subl.DeltaR < sublHigh;
            pairing.Rank = (pairing.PassesMass ? 10 : 0) + (leadPasses ? 1 : 0) + (sublPasses ? 1 : 0) + SquaresRandom.Uniform(s_keys[k], eventNumber, 0.1, 0.9);
            if (pairing.Rank > pairings[best].Rank) best = k;
        }
        return best;
    }

    /// <summary>The pairings of four jets ordered by pT, for Run 3.</summary>
    public static int Run3(ReadOnlySpan<AnalysisJet> jets, in LorentzVector sum, Span<Pairing> pairings)
    {
        for (var k = 0; k < 3; k++)
        {
            Make(jets, k, ref pairings[k], bySt: false);
            ref var pairing = ref pairings[k];
            pairing.Dhh = Math.Abs(pairing.Lead.Mass - 1.04 * pairing.Subl.Mass) / Math.Sqrt(1 + 1.04 * 1.04);
            pairing.Rhh = Math.Sqrt((pairing.Lead.Mass - 125) * (pairing.Lead.Mass - 125) + (pairing.Subl.Mass - 120) * (pairing.Subl.Mass - 120));
            pairing.PassesMass = pairing.Rhh < 55;
        }
        var (first, second) = TwoSmallest(pairings);
        if (pairings[second].Dhh - pairings[first].Dhh >= 30) return first;
        var inRestFrame = pairings[second].Lead.P4.BoostToRestFrameOf(sum).Pt > pairings[first].Lead.P4.BoostToRestFrameOf(sum).Pt;
        return inRestFrame ? second : first;
    }

    /// <summary>The pairing whose closer dijet is the closest.</summary>
    public static int SmallestDeltaR(ReadOnlySpan<Pairing> pairings)
    {
        var best = 0;
        for (var k = 1; k < 3; k++)
            if (pairings[k].Close.DeltaR < pairings[best].Close.DeltaR) best = k;
        return best;
    }

    private static void Make(ReadOnlySpan<AnalysisJet> jets, int k, ref Pairing pairing, bool bySt)
    {
        var (a, b, c, d) = s_jets[k];
        var first = new Dijet(jets, a, b);
        var second = new Dijet(jets, c, d);
        var swap = bySt ? second.St > first.St : second.P4.Pt > first.P4.Pt;
        (pairing.Lead, pairing.Subl) = swap ? (second, first) : (first, second);
        pairing.Index = k;
    }

    private static double Square(in Dijet dijet, double centre)
    {
        var distance = (dijet.Mass - centre) / (0.1 * dijet.Mass);
        return distance * distance;
    }

    private static (int First, int Second) TwoSmallest(ReadOnlySpan<Pairing> pairings)
    {
        var first = 0;
        for (var k = 1; k < 3; k++)
            if (pairings[k].Dhh < pairings[first].Dhh) first = k;
        var second = first == 0 ? 1 : 0;
        for (var k = second + 1; k < 3; k++)
            if (k != first && pairings[k].Dhh < pairings[second].Dhh) second = k;
        return (first, second);
    }
}
