using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Ristretto.Bytes.Trees;

/// <summary>Brings values from the file's byte order, most significant byte first, into the machine's.</summary>
internal static class ByteOrder
{
    /// <summary>Copies whole elements and reverses the bytes of each; of <see cref="LeafType.Bool"/> every byte but 0 becomes 1.</summary>
    /// <param name="stored">Bytes as stored; a multiple of the element's size.</param>
    /// <param name="destination">As many bytes.</param>
    /// <param name="type">Type of the elements.</param>
    public static void Copy(ReadOnlySpan<byte> stored, Span<byte> destination, LeafType type)
    {
        switch (LeafTypes.SizeOf(type))
        {
            case 2 when BitConverter.IsLittleEndian:
                BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, ushort>(stored), MemoryMarshal.Cast<byte, ushort>(destination));
                break;
            case 4 when BitConverter.IsLittleEndian:
                BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, uint>(stored), MemoryMarshal.Cast<byte, uint>(destination));
                break;
            case 8 when BitConverter.IsLittleEndian:
                BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, ulong>(stored), MemoryMarshal.Cast<byte, ulong>(destination));
                break;
            default:
                if (type == LeafType.Bool) CopyBools(stored, destination);
                else stored.CopyTo(destination);
                break;
        }
    }

    private static void CopyBools(ReadOnlySpan<byte> stored, Span<byte> destination)
    {
        var i = 0;
        for (; i <= stored.Length - Vector<byte>.Count; i += Vector<byte>.Count)
            Vector.Min(new Vector<byte>(stored[i..]), Vector<byte>.One).CopyTo(destination[i..]);
        for (; i < stored.Length; i++) destination[i] = Math.Min(stored[i], (byte)1);
    }
}
