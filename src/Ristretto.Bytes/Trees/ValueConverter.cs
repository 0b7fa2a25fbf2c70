using System.Numerics;
using System.Runtime.InteropServices;

namespace Ristretto.Bytes.Trees;

/// <summary>Brings values from the type in which they are stored to the one that is wanted, where they differ. Returns false when an integer does not fit.</summary>
internal delegate bool ValueConverter(ReadOnlySpan<byte> natural, Span<byte> wanted);

/// <summary>The conversions between the types of values.</summary>
internal static class ValueConverters
{
    /// <summary>The conversion; null when both are the same.</summary>
    public static ValueConverter? Find(LeafType natural, LeafType wanted) => natural == wanted ? null : natural switch
    {
        LeafType.Bool or LeafType.UInt8 => To<byte>(wanted),
        LeafType.Int8 => To<sbyte>(wanted),
        LeafType.Int16 => To<short>(wanted),
        LeafType.UInt16 => To<ushort>(wanted),
        LeafType.Int32 => To<int>(wanted),
        LeafType.UInt32 => To<uint>(wanted),
        LeafType.Int64 => To<long>(wanted),
        LeafType.UInt64 => To<ulong>(wanted),
        LeafType.Float => Convert<float, double>,
        _ => ToSingle,
    };

    private static ValueConverter To<T>(LeafType wanted) where T : unmanaged, IBinaryInteger<T> => wanted switch
    {
        LeafType.Bool => ToBool<T>,
        LeafType.Int8 => Convert<T, sbyte>,
        LeafType.UInt8 => Convert<T, byte>,
        LeafType.Int16 => Convert<T, short>,
        LeafType.UInt16 => Convert<T, ushort>,
        LeafType.Int32 => Convert<T, int>,
        LeafType.UInt32 => Convert<T, uint>,
        LeafType.Int64 => Convert<T, long>,
        _ => Convert<T, ulong>,
    };

    private static bool Convert<TFrom, TTo>(ReadOnlySpan<byte> natural, Span<byte> wanted) where TFrom : unmanaged, INumber<TFrom> where TTo : unmanaged, INumber<TTo>
    {
        var from = MemoryMarshal.Cast<byte, TFrom>(natural);
        var to = MemoryMarshal.Cast<byte, TTo>(wanted);
        var fits = true;
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = TTo.CreateSaturating(from[i]);
            fits &= from[i] == TFrom.CreateSaturating(to[i]) || TFrom.IsNaN(from[i]);
        }
        return fits;
    }

    private static bool ToSingle(ReadOnlySpan<byte> natural, Span<byte> wanted)
    {
        var from = MemoryMarshal.Cast<byte, double>(natural);
        var to = MemoryMarshal.Cast<byte, float>(wanted);
        for (var i = 0; i < from.Length; i++) to[i] = (float)from[i];
        return true;
    }

    private static bool ToBool<T>(ReadOnlySpan<byte> natural, Span<byte> wanted) where T : unmanaged, IBinaryInteger<T>
    {
        var from = MemoryMarshal.Cast<byte, T>(natural);
        for (var i = 0; i < from.Length; i++) wanted[i] = T.IsZero(from[i]) ? (byte)0 : (byte)1;
        return true;
    }
}
