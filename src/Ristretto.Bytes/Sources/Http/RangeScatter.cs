using Ristretto.Bytes.Sources.Remote;

namespace Ristretto.Bytes.Sources.Http;

/// <summary>Puts the bytes of parts, which a server may have merged or reordered, where they are wanted.</summary>
internal sealed class RangeScatter(List<Piece> pieces)
{
    private readonly int[] _filled = new int[pieces.Count];

    /// <summary>What comes next of a part that has arrived up to <paramref name="offset"/>: memory to fill, or a number of bytes to skip.</summary>
    /// <param name="offset">Position in the file.</param>
    /// <param name="end">Where the part ends.</param>
    /// <param name="target">Where to put the bytes; empty for bytes that nobody wants.</param>
    /// <param name="count">How many bytes.</param>
    /// <returns>The piece they belong to, -1 for none.</returns>
    internal int Next(long offset, long end, out Memory<byte> target, out int count)
    {
        var (low, high) = (0, pieces.Count);        // first piece that ends behind the offset
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (pieces[middle].End <= offset) low = middle + 1;
            else high = middle;
        }
        target = default;
        if (low == pieces.Count || pieces[low].Offset > offset)
        {
            count = (int)Math.Min((low == pieces.Count ? end : Math.Min(end, pieces[low].Offset)) - offset, int.MaxValue);
            return -1;
        }
        var at = (int)(offset - pieces[low].Offset);
        count = (int)(Math.Min(end, pieces[low].End) - offset);
        target = pieces[low].Destination.Slice(at, count);
        return low;
    }

    /// <summary>Bytes have arrived at a piece, from its position on.</summary>
    internal void Arrived(int piece, long offset, int count)
    {
        if (piece >= 0 && offset - pieces[piece].Offset == _filled[piece]) _filled[piece] += count;
    }

    /// <summary>The pieces that have not arrived whole.</summary>
    internal List<Piece> Missing()
    {
        List<Piece> missing = [];
        for (var i = 0; i < pieces.Count; i++)
            if (_filled[i] < pieces[i].Length) missing.Add(pieces[i]);
        return missing;
    }
}
