using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Trees;

namespace Ristretto.Cli.Conversions;

/// <summary>A column of the file that is converted: what it is, and its values for one range of entries at a time.</summary>
internal abstract class SourceColumn : IDisposable
{
    private readonly GrowingBuffer _values = new();
    private int[] _lengths = [];
    private int _bytes;
    private int _entries;

    /// <summary>Name of the branch or field.</summary>
    internal required string Name { get; init; }

    /// <summary>What it means, for people; may be empty.</summary>
    internal string Title { get; init; } = "";

    /// <summary>Type of a value.</summary>
    internal required LeafType Type { get; init; }

    /// <summary>Fixed dimensions of an entry, or of an element where there are lists.</summary>
    internal IReadOnlyList<int> Dimensions { get; init; } = [];

    /// <summary>Name of the column with the lengths of the lists; null for one without lists.</summary>
    internal string? Counter { get; init; }

    /// <summary>Whether others take the lengths of their lists from here.</summary>
    internal bool IsCounter { get; set; }

    /// <summary>The values that were read, bytes in the machine's order.</summary>
    internal ReadOnlySpan<byte> Values => _values.Ensure(_bytes);

    /// <summary>For lists the length of each, for strings the bytes of each.</summary>
    internal ReadOnlySpan<int> Lengths => _lengths.AsSpan(0, _entries);

    /// <summary>Reads a range of entries.</summary>
    internal void Read(long first, int entries)
    {
        _entries = entries;
        if (Counter is not null || Type == LeafType.String)
        {
            if (_lengths.Length < entries) _lengths = new int[entries];
            ReadLengths(first, entries, _lengths.AsSpan(0, entries));
        }
        _bytes = ValueBytes(first, entries);
        ReadValues(first, entries, _values.Ensure(_bytes));
    }

    /// <summary>Of the entries that were read, keeps those at these positions, which rise.</summary>
    internal void Keep(ReadOnlySpan<int> positions)
    {
        if (positions.Length == _entries) return;
        var values = _values.Ensure(_bytes);
        var used = 0;
        if (Counter is null && Type != LeafType.String)
        {
            var size = _bytes / _entries;
            foreach (var position in positions)
            {
                values.Slice(position * size, size).CopyTo(values[used..]);
                used += size;
            }
        }
        else
        {
            // Strings count bytes, lists elements of the same size.
            var elements = 0L;
            foreach (var length in Lengths) elements += length;
            var size = Type == LeafType.String || elements == 0 ? 1 : (int)(_bytes / elements);
            var (entry, at) = (0, 0);
            for (var i = 0; i < positions.Length; i++)
            {
                for (; entry < positions[i]; entry++) at += _lengths[entry] * size;
                var bytes = _lengths[entry] * size;
                values.Slice(at, bytes).CopyTo(values[used..]);
                (_lengths[i], used, at, entry) = (_lengths[entry], used + bytes, at + bytes, entry + 1);
            }
        }
        (_bytes, _entries) = (used, positions.Length);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _values.Dispose();
        Close();
    }

    protected abstract void ReadLengths(long first, int entries, Span<int> lengths);

    protected abstract int ValueBytes(long first, int entries);

    protected abstract void ReadValues(long first, int entries, Span<byte> values);

    protected virtual void Close() { }
}
