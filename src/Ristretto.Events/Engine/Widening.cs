using System.Numerics;
using System.Runtime.InteropServices;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Trees;
using Ristretto.Columns.Kernels;
using Ristretto.Events.Batches;
using Ristretto.Events.Engine.Tables;

namespace Ristretto.Events.Engine;

/// <summary>How the values of a column become values of the declared type, never losing anything.</summary>
internal static class Widening
{
    internal delegate void Kernel(ReadOnlySpan<byte> stored, Span<byte> declared);

    /// <summary>The conversion from the column's type to the declared one; null when they are the same.</summary>
    /// <exception cref="SchemaException">The declared type cannot hold all values of the stored one.</exception>
    internal static Kernel? Find(EventColumn column, string file, ElementType declared) => (column.LeafType, declared) switch
    {
        (LeafType.Bool, ElementType.Bool or ElementType.UInt8) => null,
        (LeafType.UInt8, ElementType.UInt8) => null,
        (LeafType.Int32, ElementType.Int32) => null,
        (LeafType.UInt32, ElementType.UInt32) => null,
        (LeafType.Int64, ElementType.Int64) => null,
        (LeafType.UInt64, ElementType.UInt64) => null,
        (LeafType.Float, ElementType.Single) => null,
        (LeafType.Double, ElementType.Double) => null,
        (LeafType.UInt8, ElementType.Bool) => Convert<byte, byte>,
        (LeafType.Bool or LeafType.UInt8, ElementType.Int32) => Convert<byte, int>,
        (LeafType.Int8, ElementType.Int32) => Convert<sbyte, int>,
        (LeafType.Int16, ElementType.Int32) => Convert<short, int>,
        (LeafType.UInt16, ElementType.Int32) => Convert<ushort, int>,
        (LeafType.UInt32, ElementType.Int32) => Counts,
        (LeafType.UInt8, ElementType.UInt32) => Convert<byte, uint>,
        (LeafType.UInt16, ElementType.UInt32) => Convert<ushort, uint>,
        (LeafType.UInt32, ElementType.UInt64) => Convert<uint, ulong>,
        (LeafType.Int32, ElementType.Int64) => Convert<int, long>,
        (LeafType.Int16, ElementType.Int64) => Convert<short, long>,
        (LeafType.UInt32, ElementType.Int64) => Convert<uint, long>,
        (LeafType.Float, ElementType.Double) => Convert<float, double>,
        _ => throw new SchemaException(file,
            $"{column.Name} is stored as {column.LeafType}, which the declared type {declared} cannot hold"),
    };

    private static void Convert<TFrom, TTo>(ReadOnlySpan<byte> stored, Span<byte> declared)
        where TFrom : unmanaged, INumber<TFrom> where TTo : unmanaged, INumber<TTo> =>
        Elementwise.Convert(MemoryMarshal.Cast<byte, TFrom>(stored), MemoryMarshal.Cast<byte, TTo>(declared));

    /// <summary>Counters are unsigned up to NanoAOD v9 and signed later; no list is longer than the largest signed number.</summary>
    private static void Counts(ReadOnlySpan<byte> stored, Span<byte> declared) => stored.CopyTo(declared);
}
