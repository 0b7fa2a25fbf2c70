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
        if (typeof(T) == typeof(float) && positions.Length <= 8) return FewFloats(ref Unsafe.As<T, float>(ref first), positions, typeof(TOrder) == typeof(Largest<T>));
        if (typeof(T) == typeof(float) && positions.Length <= 16) return Floats(ref Unsafe.As<T, float>(ref first), positions, typeof(TOrder) == typeof(Largest<T>));
        if (typeof(T) == typeof(double) && positions.Length <= 8) return Doubles(ref Unsafe.As<T, double>(ref first), positions, typeof(TOrder) == typeof(Largest<T>));
        return false;
    }

    /// <summary>All places at once: each rotation compares every value with another one of the eight.</summary>
    [SkipLocalsInit]
    private static bool FewFloats(ref float first, Span<int> positions, bool descending)
    {
        var values = Vector256.LoadUnsafe(ref first);            // the column's slack of 64 bytes is what makes these loads allowed
        var lanes = Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(positions.Length)).AsSingle();
        if (Vector256.AndNot(lanes, Vector256.Equals(values, values)) != Vector256<float>.Zero) return false;
        if (descending) values = -values;
        values = Vector256.ConditionalSelect(lanes, values, Vector256.Create(float.PositiveInfinity));
        var places = Vector256<int>.Zero;
        places -= Before(values, Vector256.Create(1, 2, 3, 4, 5, 6, 7, 0), Vector256.Create(0, 0, 0, 0, 0, 0, 0, -1));
        places -= Before(values, Vector256.Create(2, 3, 4, 5, 6, 7, 0, 1), Vector256.Create(0, 0, 0, 0, 0, 0, -1, -1));
        places -= Before(values, Vector256.Create(3, 4, 5, 6, 7, 0, 1, 2), Vector256.Create(0, 0, 0, 0, 0, -1, -1, -1));
        places -= Before(values, Vector256.Create(4, 5, 6, 7, 0, 1, 2, 3), Vector256.Create(0, 0, 0, 0, -1, -1, -1, -1));
        places -= Before(values, Vector256.Create(5, 6, 7, 0, 1, 2, 3, 4), Vector256.Create(0, 0, 0, -1, -1, -1, -1, -1));
        places -= Before(values, Vector256.Create(6, 7, 0, 1, 2, 3, 4, 5), Vector256.Create(0, 0, -1, -1, -1, -1, -1, -1));
        places -= Before(values, Vector256.Create(7, 0, 1, 2, 3, 4, 5, 6), Vector256.Create(0, -1, -1, -1, -1, -1, -1, -1));
        Span<int> place = stackalloc int[8];
        places.StoreUnsafe(ref MemoryMarshal.GetReference(place));
        ref var position = ref MemoryMarshal.GetReference(positions);
        for (var i = 0; i < positions.Length; i++) Unsafe.Add(ref position, place[i]) = i;      // places of n values are 0 to n - 1, each once
        return true;
    }

    /// <summary>-1 where the other value comes before: it is smaller, or equal and earlier in the list.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Before(Vector256<float> values, Vector256<int> others, Vector256<int> isEarlier)
    {
        var rotated = Vector256.Shuffle(values, others);
        return Vector256.LessThan(rotated, values).AsInt32() | (Vector256.Equals(rotated, values).AsInt32() & isEarlier);
    }

    private static bool Floats(ref float first, Span<int> positions, bool descending)
    {
        var (low, high) = (Vector256.LoadUnsafe(ref first), Vector256.LoadUnsafe(ref first, 8));
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
