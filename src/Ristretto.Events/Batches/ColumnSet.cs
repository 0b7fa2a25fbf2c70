namespace Ristretto.Events.Batches;

/// <summary>Some columns of a batch, by their position in its list of columns.</summary>
internal sealed class ColumnSet
{
    private ulong[] _words = [];

    internal void Add(int column)
    {
        Reserve((column >> 6) + 1);
        _words[column >> 6] |= 1UL << column;
    }

    internal void Add(ColumnSet other)
    {
        Reserve(other._words.Length);
        for (var i = 0; i < other._words.Length; i++) _words[i] |= other._words[i];
    }

    internal bool Contains(int column) => column >= 0 && column >> 6 < _words.Length && (_words[column >> 6] >> column & 1) != 0;

    internal bool Overlaps(ColumnSet other)
    {
        for (var i = 0; i < Math.Min(_words.Length, other._words.Length); i++)
            if ((_words[i] & other._words[i]) != 0) return true;
        return false;
    }

    internal void Clear() => _words.AsSpan().Clear();

    private void Reserve(int words)
    {
        if (_words.Length < words) Array.Resize(ref _words, words);
    }
}
