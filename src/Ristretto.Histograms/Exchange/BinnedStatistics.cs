using Ristretto.Bytes.Objects;

namespace Ristretto.Histograms.Exchange;

/// <summary>The sums from which ROOT computes mean and spread (fTsumw, fTsumwx, …), from the bins in range and their centres: what
/// was filled is not kept entry by entry.</summary>
internal static class BinnedStatistics
{
    /// <summary>The sums by ROOT's names, in the order of the file.</summary>
    public static IReadOnlyList<KeyValuePair<string, double>> Of(IReadOnlyList<AxisRecord> axes, double[] contents, double[] squares)
    {
        double sum = 0, sumSquares = 0;
        Span<double> first = stackalloc double[3];
        Span<double> second = stackalloc double[3];
        Span<double> mixed = stackalloc double[3];                   // xy, xz, yz
        Span<double> at = stackalloc double[3];
        for (var cell = 0; cell < contents.Length; cell++)
        {
            if (!TryCenters(axes, cell, at)) continue;
            var w = contents[cell];
            sum += w;
            sumSquares += squares[cell];
            for (var a = 0; a < axes.Count; a++)
            {
                first[a] += w * at[a];
                second[a] += w * at[a] * at[a];
            }
            mixed[0] += w * at[0] * at[1];
            mixed[1] += w * at[0] * at[2];
            mixed[2] += w * at[1] * at[2];
        }
        List<KeyValuePair<string, double>> sums = [new("fTsumw", sum), new("fTsumw2", sumSquares), new("fTsumwx", first[0]), new("fTsumwx2", second[0])];
        if (axes.Count > 1) sums.AddRange([new("fTsumwy", first[1]), new("fTsumwy2", second[1]), new("fTsumwxy", mixed[0])]);
        if (axes.Count > 2) sums.AddRange([new("fTsumwz", first[2]), new("fTsumwz2", second[2]), new("fTsumwxz", mixed[1]), new("fTsumwyz", mixed[2])]);
        return sums;
    }

    private static bool TryCenters(IReadOnlyList<AxisRecord> axes, int cell, Span<double> at)
    {
        at.Clear();
        for (var a = 0; a < axes.Count; a++)
        {
            var bin = cell % (axes[a].Bins + 2) - 1;
            if ((uint)bin >= (uint)axes[a].Bins) return false;
            at[a] = axes[a].Center(bin);
            cell /= axes[a].Bins + 2;
        }
        return true;
    }
}
