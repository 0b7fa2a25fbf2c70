namespace Ristretto.Bytes.Trees;

/// <content>Strings: one byte of length (255: four more follow), then the characters; found by their offsets where there are any.</content>
public sealed partial class BranchReader
{
    private void ReadCharacters(long firstEntry, int entryCount, Span<byte> destination)
    {
        var (end, filled) = (firstEntry + entryCount, 0);
        for (var entry = firstEntry; entry < end; entry++)
        {
            Load(entry);
            var text = StringOf(entry);
            if (text.Length > destination.Length - filled) FailLength(firstEntry, end, filled + text.Length, destination.Length);
            text.CopyTo(destination[filled..]);
            filled += text.Length;
        }
        if (filled != destination.Length) FailLength(firstEntry, end, filled, destination.Length);
    }

    private void ReadStringLengths(long entry, Span<int> lengths)
    {
        for (var i = 0; i < lengths.Length; i++) lengths[i] = StringOf(entry + i).Length;
    }

    private long StringBytes(long entry, long stop)
    {
        var total = 0L;
        for (; entry < stop; entry++) total += StringOf(entry).Length;
        return total;
    }

    /// <summary>The characters of an entry of the present basket.</summary>
    private ReadOnlySpan<byte> StringOf(long entry)
    {
        if (_basket.OffsetsAt < 0) return StringInSequence(entry);
        var (from, to) = (_basket.OffsetOf(entry), _basket.OffsetOf(entry + 1));
        if (to < from) _origin.Throw(0, $"the offsets of entry {entry} descend");
        var stored = _basket.Values(from, to);
        if (stored.IsEmpty) return stored;
        var reader = new Memory.BigEndianReader(stored, _origin);
        return reader.ReadStringBytes();
    }

    /// <summary>The same in baskets without offsets, as some writers make them: found by walking from the last string asked for, or from the first.</summary>
    private ReadOnlySpan<byte> StringInSequence(long entry)
    {
        var isAhead = _nextEntry >= _basket.First && _nextEntry <= entry;
        var (at, position) = isAhead ? (_nextEntry, _nextByte) : (_basket.First, 0);
        var reader = new Memory.BigEndianReader(_basket.Values(0, _basket.ValueBytes), _origin);
        reader.Seek(position);
        while (true)
        {
            (_nextEntry, _nextByte) = (at, reader.Position);
            var text = reader.ReadStringBytes();
            if (at++ == entry) return text;
        }
    }
}
