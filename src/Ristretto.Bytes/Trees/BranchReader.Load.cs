using System.Diagnostics;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Trees;

/// <content>Fetching and decompressing baskets.</content>
public sealed partial class BranchReader
{
    /// <summary>The basket with an entry, whole: for values that are no plain numbers or strings. Valid until the next call.</summary>
    internal ref readonly LoadedBasket Basket(long entry)
    {
        _needsOffsets = true;
        Load(entry);
        return ref _basket;
    }

    /// <summary>For errors: names the present basket.</summary>
    internal RecordOrigin Origin => _origin;

    /// <summary>Makes the basket with an entry the present one.</summary>
    private void Load(long entry)
    {
        if (!_basket.Contains(entry)) LoadBasket(FindBasket(entry));
        else if (_needsOffsets && _basket.IsPartial) LoadBasket(_basket.Index);
    }

    private int FindBasket(long entry)
    {
        var firsts = Branch.BasketFirstEntries;
        var next = _basket.Index + 1;
        if (next < Branch.BasketCount && firsts[next] <= entry && entry < firsts[next + 1]) return next;
        var found = Branch.FindBasket(entry);
        return found >= 0 ? found : throw Branch.Error($"no basket holds entry {entry}; the first one starts at entry {firsts[0]}");
    }

    /// <summary>From now on offsets are decompressed; decompresses those of the present basket.</summary>
    private void NeedOffsets(long entry)
    {
        _needsOffsets = true;
        Load(entry);
    }

    private void LoadBasket(int index)
    {
        var firsts = Branch.BasketFirstEntries;
        var loaded = new LoadedBasket { Index = index, First = firsts[index], End = firsts[index + 1], OffsetsAt = -1, Bytes = [], Origin = _origin };
        _basket = new LoadedBasket { Index = -1, Bytes = [], Origin = _origin };      // stays so when the basket turns out to be damaged
        var embeddedAt = Branch.EmbeddedAt(index);
        if (embeddedAt >= 0) LoadEmbedded(ref loaded, embeddedAt);
        else LoadStored(ref loaded);
        CheckValueBytes(loaded);
        _basket = loaded;
    }

    private void LoadEmbedded(ref LoadedBasket loaded, int position)
    {
        var embedded = EmbeddedBasket.Decode(Branch, _origin.InRecord(loaded.Index), position);
        CheckEntries(loaded, embedded.Entries);
        (loaded.Bytes, loaded.ValuesAt, loaded.ValueBytes) = (Branch.Tree.Payload, embedded.ValuesAt, embedded.ValueBytes);
        (loaded.OffsetsAt, loaded.KeyBytes, loaded.IsMasked) = (embedded.OffsetsAt, embedded.KeyBytes, embedded.IsMasked);
        Branch.Counters.Add(0, embedded.ValueBytes);
    }

    private void LoadStored(ref LoadedBasket loaded)
    {
        var (seek, size) = (Branch.BasketSeeks[loaded.Index], Branch.BasketBytes[loaded.Index]);
        var meter = _context.Meter;
        var start = meter is null ? 0 : Stopwatch.GetTimestamp();
        var bytes = Fetch(seek, size);
        var fetched = meter is null ? 0 : Stopwatch.GetTimestamp();
        var reader = new BigEndianReader(bytes, _origin.InFile(loaded.Index, seek));
        var record = BasketRecord.Decode(ref reader);
        record.CheckStored(_origin, size);
        CheckEntries(loaded, record.Entries);
        Files.RootFile.CheckObjectBytes(_origin, record.ObjectBytes, record.StoredBytes);

        var stored = bytes.Slice(record.KeyBytes, record.StoredBytes);
        var hasOffsets = record.Border < record.ObjectBytes;
        var produced = record.ObjectBytes;
        if (record.ObjectBytes == stored.Length)
        {
            stored.CopyTo(_scratch.Ensure(record.ObjectBytes));
        }
        else
        {
            var wanted = hasOffsets && !_needsOffsets && Branch.Counter is not null ? record.Border : record.ObjectBytes;
            var error = BlockDecoder.Check(stored, record.ObjectBytes)
                ?? BlockDecoder.Decode(_context, stored, _scratch.Ensure(record.ObjectBytes), wanted, out produced);
            if (error is not null) _origin.Throw(record.KeyBytes + error.Position, error.Reason);
        }
        meter?.Decoded(start, fetched, Stopwatch.GetTimestamp());
        (loaded.Bytes, loaded.ValueBytes, loaded.KeyBytes) = (_scratch.Array, record.Border, record.KeyBytes);
        loaded.IsPartial = hasOffsets && produced < record.ObjectBytes;
        if (hasOffsets && !loaded.IsPartial) loaded.OffsetsAt = FindOffsets(loaded, record);
        Branch.Counters.Add(size, produced);
        Branch.Tree.File.Counters.AddDecompressed(produced);
    }

    private ReadOnlySpan<byte> Fetch(long seek, int size)
    {
        if (Prefetch is { } ahead && ahead.TryGet(seek, size, out var bytes)) return bytes;
        var buffer = _context.Compressed.Ensure(size);
        Branch.Tree.File.Source.Read(seek, buffer);
        return buffer;
    }

    private int FindOffsets(in LoadedBasket loaded, in BasketRecord record)
    {
        var room = (record.ObjectBytes - record.Border) / 4 - 1;
        var count = room < 0 ? -1 : System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(loaded.Bytes.AsSpan(record.Border));
        if (count < record.Entries || count > room) _origin.Throw(0, $"{count} entry offsets for {record.Entries} entries, with room for {room}");
        return record.Border + 4;
    }

    private void CheckEntries(in LoadedBasket loaded, int entries)
    {
        if (entries != loaded.End - loaded.First) _origin.Throw(0, $"the basket has {entries} entries, the branch says {loaded.End - loaded.First} from entry {loaded.First}");
    }

    private void CheckValueBytes(in LoadedBasket loaded)
    {
        if (Branch.LeafType == LeafType.String || Branch.IsRaw) return;
        var (stride, entries) = (Branch.Stride, loaded.End - loaded.First);
        if (Branch.Counter is null)
        {
            if (loaded.ValueBytes != entries * stride) _origin.Throw(0, $"{entries} entries of {stride} bytes need {entries * stride} bytes, the basket has {loaded.ValueBytes}");
        }
        else if (loaded.ValueBytes % stride != 0)
        {
            _origin.Throw(0, $"the basket has {loaded.ValueBytes} bytes of values, not a multiple of the element's {stride}");
        }
    }
}
