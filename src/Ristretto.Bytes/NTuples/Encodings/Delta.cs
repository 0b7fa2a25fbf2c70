using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ristretto.Bytes.NTuples.Encodings;

/// <summary>List ends stored as differences: the first element of a page as it is, each other one as what it adds to the one before.</summary>
internal static class Delta
{
    /// <summary>The definition, in place: the running sum, modulo 2⁶⁴.</summary>
    public static void Scalar(Span<long> values, long before = 0)
    {
        foreach (ref var value in values) value = before = unchecked(before + value);
    }

    /// <summary>The same, four at a time.</summary>
    public static void Decode(Span<long> values)
    {
        var (done, before) = (0, 0L);
        if (Vector256.IsHardwareAccelerated)
        {
            ref var first = ref MemoryMarshal.GetReference(values);
            var carried = Vector256<long>.Zero;
            for (; done <= values.Length - 4; done += 4)
            {
                var sums = Vector256.LoadUnsafe(ref first, (nuint)done);
                sums += Vector256.Shuffle(sums, Vector256.Create(0L, 0, 1, 2)) & Vector256.Create(0L, -1, -1, -1);
                sums += Vector256.Shuffle(sums, Vector256.Create(0L, 0, 0, 1)) & Vector256.Create(0L, 0, -1, -1);
                sums += carried;
                sums.StoreUnsafe(ref first, (nuint)done);
                carried = Vector256.Shuffle(sums, Vector256.Create(3L, 3, 3, 3));
            }
            before = carried[0];
        }
        Scalar(values[done..], before);
    }
}
