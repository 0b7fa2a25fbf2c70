using System.Numerics;

namespace Ristretto.Columns.Kernels;

/// <summary>Runs of equal neighbours.</summary>
internal static class Runs
{
    /// <summary>Writes the lengths of the runs and returns how many there are; NaN equals nothing.</summary>
    internal static int Lengths<T>(ReadOnlySpan<T> values, Span<int> lengths) where T : unmanaged, INumber<T>
    {
        if (values.IsEmpty) return 0;
        var (count, start) = (0, 0);
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] == values[i - 1]) continue;
            lengths[count++] = i - start;
            start = i;
        }
        lengths[count++] = values.Length - start;
        return count;
    }
}
