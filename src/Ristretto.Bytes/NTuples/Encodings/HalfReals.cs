using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ristretto.Bytes.NTuples.Encodings;

/// <summary>Half precision as single precision.</summary>
internal static class HalfReals
{
    /// <summary>The definition: IEEE 754 binary16 to binary32; a NaN keeps its payload and becomes quiet.</summary>
    public static void Scalar(ReadOnlySpan<ushort> stored, Span<float> destination)
    {
        for (var i = 0; i < stored.Length; i++) destination[i] = (float)BitConverter.UInt16BitsToHalf(stored[i]);
    }

    /// <summary>The same, eight at a time: exponent and mantissa moved to their place and the bias corrected by a multiplication, which is exact
    /// and handles small numbers as well.</summary>
    public static void Decode(ReadOnlySpan<ushort> stored, Span<float> destination)
    {
        var done = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ref var source = ref MemoryMarshal.GetReference(stored);
            ref var target = ref MemoryMarshal.GetReference(destination[..stored.Length]);
            var bias = Vector256.Create(BitConverter.UInt32BitsToSingle((254 - 15) << 23));      // 2¹¹²
            for (; done <= stored.Length - 8; done += 8)
            {
                var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref source, (nuint)done));
                var bits = Vector256.Create(low, high);
                var sign = (bits & Vector256.Create(0x8000u)) << 16;
                var magnitude = (bits & Vector256.Create(0x7FFFu)) << 13;
                var scaled = (magnitude.AsSingle() * bias).AsUInt32();
                var isSpecial = Vector256.GreaterThanOrEqual(magnitude, Vector256.Create(0x7C00u << 13));
                var isNaN = Vector256.GreaterThan(magnitude, Vector256.Create(0x7C00u << 13));
                var special = magnitude | Vector256.Create(0x7F80_0000u) | (isNaN & Vector256.Create(0x0040_0000u));
                (sign | Vector256.ConditionalSelect(isSpecial, special, scaled)).AsSingle().StoreUnsafe(ref target, (nuint)done);
            }
        }
        Scalar(stored[done..], destination[done..]);
    }
}
