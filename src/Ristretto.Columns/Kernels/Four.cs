using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ristretto.Columns.Kernels;

/// <summary>Four numbers of any type as doubles.</summary>
internal static class Four
{
    /// <summary>The numbers from position <paramref name="at"/> on, which must be four; floats are widened exactly, integers as by a C# cast.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<double> Load<T>(ReadOnlySpan<T> values, int at) where T : unmanaged, INumber<T>
    {
        var four = values.Slice(at, 4);
        if (typeof(T) == typeof(double)) return Vector256.Create(MemoryMarshal.Cast<T, double>(four));
        if (typeof(T) == typeof(float))
        {
            var (low, high) = Vector128.Widen(Vector128.Create(MemoryMarshal.Cast<T, float>(four)));
            return Vector256.Create(low, high);
        }
        return Vector256.Create(double.CreateTruncating(four[0]), double.CreateTruncating(four[1]), double.CreateTruncating(four[2]), double.CreateTruncating(four[3]));
    }

    /// <summary>Up to four numbers; ones stand where there are no more.</summary>
    internal static Vector256<double> LoadLast<T>(ReadOnlySpan<T> values) where T : unmanaged, INumber<T>
    {
        var result = Vector256<double>.One;
        for (var lane = 0; lane < values.Length; lane++) result = result.WithElement(lane, double.CreateTruncating(values[lane]));
        return result;
    }
}
