using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ristretto.Bytes.NTuples.Encodings;

/// <summary>Signed integers stored so that small absolute values are small numbers: 0, -1, 1, -2, … as 0, 1, 2, 3, …</summary>
internal static class ZigZag
{
    /// <summary>The definition, in place: half the number, all bits flipped when it is odd.</summary>
    public static void Scalar<T>(Span<T> values) where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T>
    {
        foreach (ref var value in values) value = (value >>> 1) ^ unchecked(T.Zero - (value & T.One));
    }

    /// <summary>The same, a vector at a time.</summary>
    public static void Decode<T>(Span<T> values) where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T>
    {
        var done = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ref var first = ref MemoryMarshal.GetReference(values);
            for (; done <= values.Length - Vector256<T>.Count; done += Vector256<T>.Count)
            {
                var stored = Vector256.LoadUnsafe(ref first, (nuint)done);
                ((stored >>> 1) ^ (Vector256<T>.Zero - (stored & Vector256<T>.One))).StoreUnsafe(ref first, (nuint)done);
            }
        }
        Scalar(values[done..]);
    }
}
