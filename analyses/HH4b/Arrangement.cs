using Ristretto.Columns.Arrays;

namespace Ristretto.Analyses.HH4b;

/// <summary>Two dijets of each event by a number that says which jets they are made of: 2 × the pairing (A, B, C), plus 1 when the dijet
/// without the hardest jet comes first.</summary>
public static class Arrangement
{
    private static readonly int[][] s_jets = [[0, 1, 2, 3], [2, 3, 0, 1], [0, 2, 1, 3], [1, 3, 0, 2], [0, 3, 1, 2], [1, 2, 0, 3]];

    /// <summary>The first and the second dijets.</summary>
    /// <param name="jets">The candidates, the hardest first.</param>
    /// <param name="arrangement">The number of each event, shape <c>[events]</c>.</param>
    public static (Dijets First, Dijets Second) Of(Candidates jets, Column<int> arrangement)
    {
        JetColumns Jet(int place) => jets.Jets.At(arrangement.Map(number => s_jets[number][place]));
        return (new Dijets(Jet(0), Jet(1)), new Dijets(Jet(2), Jet(3)));
    }

    /// <summary>The letter of the pairing.</summary>
    public static char Letter(int arrangement) => "ABC"[arrangement / 2];
}
