using System.Buffers.Binary;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.NTuples;

/// <summary>Reads the payload of an RBlob key. One that is longer than fMaxKeySize is spread over several keys: the first ends with the
/// positions of the others.</summary>
internal static class ChunkedBlob
{
    private const int PositionBytes = 8;

    /// <summary>Fills <paramref name="destination"/> from the payload at <paramref name="offset"/>.</summary>
    /// <exception cref="Errors.RootFormatException">A piece lies outside the file.</exception>
    public static void Read(RootFile file, RecordOrigin origin, long offset, Span<byte> destination, long largestKey)
    {
        if (largestKey == 0 || destination.Length <= largestKey)
        {
            file.CheckExtent(origin, offset, destination.Length);
            file.Source.Read(offset, destination);
            return;
        }
        var others = Pieces(destination.Length, largestKey) - 1;
        if (others * PositionBytes > largestKey) origin.Throw(0, $"{destination.Length} bytes in pieces of fMaxKeySize {largestKey}: too many for their positions to fit into the first");
        var first = (int)(largestKey - (others * PositionBytes));
        var positions = new byte[others * PositionBytes];
        file.CheckExtent(origin, offset, (int)largestKey);
        file.Source.Read(offset, destination[..first]);
        file.Source.Read(offset + first, positions);
        var filled = first;
        for (var i = 0; i < others && filled < destination.Length; i++)
        {
            var at = BinaryPrimitives.ReadInt64LittleEndian(positions.AsSpan(i * PositionBytes));
            var piece = destination.Slice(filled, (int)Math.Min(largestKey, destination.Length - filled));
            file.CheckExtent(origin, at, piece.Length);
            file.Source.Read(at, piece);
            filled += piece.Length;
        }
    }

    /// <summary>Number of pieces: one more than the bytes need where the last has no room left for the positions.</summary>
    internal static long Pieces(long bytes, long largestKey)
    {
        var pieces = (bytes + largestKey - 1) / largestKey;
        var tail = bytes % largestKey;
        var left = tail > 0 ? largestKey - tail : 0;
        return left < (pieces - 1) * PositionBytes ? pieces + 1 : pieces;
    }
}
