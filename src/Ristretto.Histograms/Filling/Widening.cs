using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ristretto.Histograms.Filling;

/// <summary>Numbers of any type as doubles, in a pass of its own: a conversion inside the loop that adds to the cells would chain its iterations.</summary>
internal static class Widening
{
    /// <summary>The values as doubles: themselves where they are, otherwise converted into <paramref name="buffer"/>.</summary>
    public static ReadOnlySpan<double> ToDoubles<T>(ReadOnlySpan<T> values, Span<double> buffer) where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(double)) return MemoryMarshal.Cast<T, double>(values);
        buffer = buffer[..values.Length];
        if (typeof(T) == typeof(float)) Convert(MemoryMarshal.Cast<T, float>(values), buffer);
        else for (var i = 0; i < values.Length; i++) buffer[i] = double.CreateTruncating(values[i]);
        return buffer;
    }

    private static void Convert(ReadOnlySpan<float> values, Span<double> buffer)
    {
        ref var from = ref MemoryMarshal.GetReference(values);
        ref var to = ref MemoryMarshal.GetReference(buffer);
        var i = 0;
        for (; i <= values.Length - 8; i += 8)
        {
            var (lower, upper) = Vector256.Widen(Vector256.LoadUnsafe(ref from, (nuint)i));
            lower.StoreUnsafe(ref to, (nuint)i);
            upper.StoreUnsafe(ref to, (nuint)(i + 4));
        }
        for (; i < values.Length; i++) buffer[i] = values[i];
    }
}
