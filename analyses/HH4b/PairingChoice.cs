using Ristretto.Columns.Arrays;
using Ristretto.Columns.Vectors;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Analyses.HH4b;

/// <summary>Which of the three pairings is taken in each event: A where the others are not.</summary>
/// <param name="isB">Whether it is B, unless it is C; shape <c>[events]</c>.</param>
/// <param name="isC">Whether it is C; shape <c>[events]</c>.</param>
public readonly struct PairingChoice(Mask isB, Mask isC)
{
    // Keys of the purpose "quadJetSelection" for the three pairings.
    private static readonly ulong[] s_keys = [0x4897d25ae63fd5c1, 0xec81f2b3ebacfd23, 0x57cd42f6a4ebf397];

    /// <summary>A number of the pairing that is taken.</summary>
    public Column<T> Of<T>(Pairing[] pairings, Func<Pairing, Column<T>> quantity) where T : unmanaged, System.Numerics.INumber<T> =>
        Where(isC, quantity(pairings[2]), Where(isB, quantity(pairings[1]), quantity(pairings[0])));

    /// <summary>The selection of Run 2: dijet masses inside the window count most, then ΔR as expected for the mass of the four jets; a random
    /// number that depends on the event alone decides between equals.</summary>
    /// <param name="pairings">The three pairings.</param>
    /// <param name="m4j">Mass of the four candidates in GeV, shape <c>[events]</c>.</param>
    /// <param name="events">Event numbers, shape <c>[events]</c>.</param>
    public static PairingChoice Run2(Pairing[] pairings, Column<double> m4j, Column<ulong> events)
    {
        var (leadLow, leadHigh) = (360 / m4j - 0.5, Max(650 / m4j + 0.5, 1.5));
        var (sublLow, sublHigh) = (235 / m4j, Max(650 / m4j + 0.7, 1.5));
        return Highest([.. pairings.Select((pairing, k) =>
            Where(pairing.PassesMass, 10.0, 0)
            + Where(pairing.LeadDeltaR > leadLow & pairing.LeadDeltaR < leadHigh, 1.0, 0)
            + Where(pairing.SublDeltaR > sublLow & pairing.SublDeltaR < sublHigh, 1.0, 0)
            + events.Map(number => SquaresRandom.Uniform(s_keys[k], number, 0.1, 0.9)))]);
    }

    /// <summary>The selection of Run 3: the two pairings with the most equal masses; where they come close, the one whose leading dijet has
    /// the larger pT in the rest frame of the four jets.</summary>
    /// <param name="pairings">The three pairings.</param>
    /// <param name="fourJets">Sum of the candidates, shape <c>[events]</c>.</param>
    public static PairingChoice Run3(Pairing[] pairings, LorentzVectorColumn fourJets)
    {
        var d = pairings.Select(pairing => MassPlane.Dhh(pairing.LeadMass, pairing.SublMass)).ToArray();
        var bBeforeA = d[1] < d[0];
        var cIsFirst = d[2] < Where(bBeforeA, d[1], d[0]);
        var bIsFirst = bBeforeA & !cIsFirst;
        var cIsSecond = !cIsFirst & (bBeforeA & d[2] < d[0] | !bBeforeA & d[2] < d[1]);
        var bIsSecond = cIsFirst & bBeforeA | !cIsFirst & !bBeforeA & !cIsSecond;
        var (first, second) = (new PairingChoice(bIsFirst, cIsFirst), new PairingChoice(bIsSecond, cIsSecond));

        var lead = pairings.Select(pairing => pairing.LeadP4.BoostToRestFrameOf(fourJets).Pt).ToArray();
        var isSecond = !(second.Of(d) - first.Of(d) >= 30) & second.Of(lead) > first.Of(lead);
        return new PairingChoice(isSecond & bIsSecond | !isSecond & bIsFirst, isSecond & cIsSecond | !isSecond & cIsFirst);
    }

    /// <summary>The pairing whose closer dijet is the closest.</summary>
    public static PairingChoice SmallestDeltaR(Pairing[] pairings) => Highest([.. pairings.Select(pairing => -pairing.SmallestDeltaR)]);

    /// <summary>The pairing with the highest figure, the first of equals.</summary>
    private static PairingChoice Highest(Column<double>[] figures)
    {
        var isB = figures[1] > figures[0];
        return new PairingChoice(isB, figures[2] > Where(isB, figures[1], figures[0]));
    }

    private Column<double> Of(Column<double>[] figures) => Where(isC, figures[2], Where(isB, figures[1], figures[0]));
}
