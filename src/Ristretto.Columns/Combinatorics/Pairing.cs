namespace Ristretto.Columns.Combinatorics;

/// <summary>Four objects as two pairs without a common object, by their positions 0 to 3.</summary>
/// <param name="FirstA">One object of the pair that holds object 0; always 0.</param>
/// <param name="FirstB">The partner of object 0.</param>
/// <param name="SecondA">The first object of the other pair.</param>
/// <param name="SecondB">The second object of the other pair.</param>
public readonly record struct Pairing(int FirstA, int FirstB, int SecondA, int SecondB)
{
    private static readonly Pairing[] s_ofFour = [new(0, 1, 2, 3), new(0, 2, 1, 3), new(0, 3, 1, 2)];

    /// <summary>The three pairings of four objects, in lexicographic order.</summary>
    public static ReadOnlySpan<Pairing> OfFour => s_ofFour;

    /// <summary>The pairing of four objects with the smallest figure, the first of equals; NaN never wins. Null when all figures are NaN.</summary>
    public static Pairing? Best(Func<Pairing, double> figure)
    {
        Pairing? winner = null;
        var best = double.NaN;
        foreach (var pairing in OfFour)
        {
            var value = figure(pairing);
            if (double.IsNaN(value) || value >= best) continue;
            (best, winner) = (value, pairing);
        }
        return winner;
    }
}
