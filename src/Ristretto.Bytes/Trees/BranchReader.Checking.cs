using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Trees;

/// <content>Checking baskets without a use for their values.</content>
public sealed partial class BranchReader
{
    /// <summary>Decompresses a basket with all checksums that it has, and checks its lengths and entry offsets.</summary>
    /// <exception cref="Errors.RootFormatException">The basket is damaged; names file, tree, branch, basket, offset.</exception>
    /// <exception cref="Errors.SourceException">The bytes could not be fetched.</exception>
    internal void CheckBasket(int index)
    {
        _needsOffsets = true;
        LoadBasket(index);
        if (_basket.OffsetsAt < 0) return;
        var stride = Branch.Counter is null ? 1 : Branch.Stride;
        var before = 0;
        for (var entry = _basket.First; entry <= _basket.End; entry++)
        {
            var offset = _basket.OffsetOf(entry);
            if (offset < before) _origin.Throw(0, $"entry {entry - 1} ends at byte {offset} of the values by the offsets, before its start at {before}");
            if ((offset - before) % stride != 0) _origin.Throw(0, $"entry {entry - 1} has {offset - before} bytes by the offsets, elements have {stride}");
            before = offset;
        }
    }

    /// <summary>The stored bytes of a basket, found whole before, that no checksum covers; those inside the tree's record are counted with it.</summary>
    internal long UnprotectedBytes(int index)
    {
        var (seek, size) = (Branch.BasketSeeks[index], Branch.BasketBytes[index]);
        if (size == 0) return 0;
        var bytes = Fetch(seek, size);
        var reader = new BigEndianReader(bytes, _origin.InFile(index, seek));
        var record = BasketRecord.Decode(ref reader);
        return BlockProtection.UnprotectedBytes(bytes[record.KeyBytes..], record.ObjectBytes != record.StoredBytes);
    }
}
