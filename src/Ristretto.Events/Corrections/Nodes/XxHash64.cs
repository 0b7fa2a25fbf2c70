using System.Buffers.Binary;
using System.Numerics;

namespace Ristretto.Events.Corrections.Nodes;

/// <summary>The hash XXH64 with seed 0, for messages whose length is a multiple of 8 bytes.</summary>
internal static class XxHash64
{
    private const ulong P1 = 0x9E3779B185EBCA87;
    private const ulong P2 = 0xC2B2AE3D27D4EB4F;
    private const ulong P3 = 0x165667B19E3779F9;
    private const ulong P4 = 0x85EBCA77C2B2AE63;
    private const ulong P5 = 0x27D4EB2F165667C5;

    internal static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes;
        ulong hash;
        if (bytes.Length >= 32)
        {
            ulong a = unchecked(P1 + P2), b = P2, c = 0, d = unchecked(0 - P1);
            for (; rest.Length >= 32; rest = rest[32..])
            {
                a = Round(a, Word(rest));
                b = Round(b, Word(rest[8..]));
                c = Round(c, Word(rest[16..]));
                d = Round(d, Word(rest[24..]));
            }
            hash = BitOperations.RotateLeft(a, 1) + BitOperations.RotateLeft(b, 7) + BitOperations.RotateLeft(c, 12) + BitOperations.RotateLeft(d, 18);
            hash = Merge(Merge(Merge(Merge(hash, a), b), c), d);
        }
        else
        {
            hash = P5;
        }
        hash += (ulong)bytes.Length;
        for (; rest.Length >= 8; rest = rest[8..]) hash = BitOperations.RotateLeft(hash ^ Round(0, Word(rest)), 27) * P1 + P4;
        hash = (hash ^ (hash >> 33)) * P2;
        hash = (hash ^ (hash >> 29)) * P3;
        return hash ^ (hash >> 32);
    }

    private static ulong Word(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt64LittleEndian(bytes);

    private static ulong Round(ulong lane, ulong word) => BitOperations.RotateLeft(lane + word * P2, 31) * P1;

    private static ulong Merge(ulong hash, ulong lane) => (hash ^ Round(0, lane)) * P1 + P4;
}
