using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ristretto.Columns.Kernels;

/// <summary>Sorts positions of short lists: the place of each is the number of those that come before it, counted in a vector
/// without a branch that depends on the values. The same order as <see cref="Sorting"/>, which is the definition.</summary>
internal static class RankSort
{
    /// <summary>Writes the positions of the values in their order; false when it cannot: another type, a longer list, NaN among the values.</summary>
    /// <param name="values">Values of a column, behind which a column's slack may be read.</param>
    /// <param name="start">Where the list begins.</param>
    /// <param name="positions">Receives the positions; as long as the list.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryArgSort<T, TOrder>(ReadOnlySpan<T> values, int start, Span<int> positions) where T : unmanaged, INumber<T> where TOrder : IOrder<T>
    {
        if (!Vector256.IsHardwareAccelerated || positions.IsEmpty) return false;
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetReference(values), start);
        if (typeof(T) == typeof(float) && positions.Length <= 16) return Floats(ref Unsafe.As<T, float>(ref first), positions, typeof(TOrder) == typeof(Largest<T>));
        if (typeof(T) == typeof(double) && positions.Length <= 8) return Doubles(ref Unsafe.As<T, double>(ref first), positions, typeof(TOrder) == typeof(Largest<T>));
        return false;
    }

    private static bool Floats(ref float first, Span<int> positions, bool descending)
    {
        // The column's slack of 64 bytes is what makes the second load allowed.
        var (low, high) = (Vector256.LoadUnsafe(ref first), positions.Length > 8 ? Vector256.LoadUnsafe(ref first, 8) : default);
        var valid = (1u << positions.Length) - 1;
        if ((Bits(Vector256.Equals(low, low), Vector256.Equals(high, high)) & valid) != valid) return false;
        if (descending) (low, high) = (-low, -high);
        for (var i = 0; i < positions.Length; i++)
        {
            var one = Vector256.Create(descending ? -Unsafe.Add(ref first, i) : Unsafe.Add(ref first, i));
            var before = Bits(Vector256.LessThan(low, one), Vector256.LessThan(high, one));
            var equal = Bits(Vector256.Equals(low, one), Vector256.Equals(high, one));
            positions[BitOperations.PopCount((before | (equal & ((1u << i) - 1))) & valid)] = i;
        }
        return true;
    }

    private static bool Doubles(ref double first, Span<int> positions, bool descending)
    {
        var (low, high) = (Vector256.LoadUnsafe(ref first), Vector256.LoadUnsafe(ref first, 4));
        var valid = (1u << positions.Length) - 1;
        if ((Bits(Vector256.Equals(low, low), Vector256.Equals(high, high)) & valid) != valid) return false;
        if (descending) (low, high) = (-low, -high);
        for (var i = 0; i < positions.Length; i++)
        {
            var value = descending ? -Unsafe.Add(ref first, i) : Unsafe.Add(ref first, i);
            var one = Vector256.Create(value);
            var before = Bits(Vector256.LessThan(low, one), Vector256.LessThan(high, one));
            var equal = Bits(Vector256.Equals(low, one), Vector256.Equals(high, one));
            positions[BitOperations.PopCount((before | (equal & ((1u << i) - 1))) & valid)] = i;
        }
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Bits(Vector256<double> low, Vector256<double> high) => low.ExtractMostSignificantBits() | high.ExtractMostSignificantBits() << 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Bits(Vector256<float> low, Vector256<float> high) => low.ExtractMostSignificantBits() | high.ExtractMostSignificantBits() << 8;
}
