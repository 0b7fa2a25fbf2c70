using Ristretto.Bytes.Trees;

namespace Ristretto.Cli.Comparisons;

/// <summary>Goes through the entries of a block: which lists and which values are those of the entry.</summary>
internal sealed class EntryCursor
{
    private readonly ColumnBlock _block;
    private readonly int[] _from;          // per level the first list of the entry; behind them the first value
    private readonly int[] _to;
    private readonly int[] _factors;       // fixed dimensions between one level and the next

    internal EntryCursor(ColumnBlock block, LeafType type)
    {
        _block = block;
        (_from, _to, _factors) = (new int[block.Levels + 1], new int[block.Levels + 1], new int[block.Levels + 1]);
        var above = (long)block.Entries;
        for (var level = 0; level <= block.Levels; level++)
        {
            var count = level < block.Levels ? block.Lengths(level).Length : block.Count(type);
            _factors[level] = above == 0 ? 0 : (int)(count / above);
            if (level == block.Levels) break;
            above = 0;
            foreach (var length in block.Lengths(level)) above += length;
        }
    }

    /// <summary>The lengths of the entry's lists at a level.</summary>
    internal ReadOnlySpan<long> Lengths(int level) => _block.Lengths(level)[_from[level].._to[level]];

    /// <summary>The first value of the entry, and the first behind it.</summary>
    internal (int From, int To) Values => (_from[^1], _to[^1]);

    /// <summary>Goes to the next entry; the first call to the first one.</summary>
    internal void Next()
    {
        var elements = 1L;
        for (var level = 0; level < _from.Length; level++)
        {
            (_from[level], _to[level]) = (_to[level], _to[level] + (int)(elements * _factors[level]));
            if (level == _from.Length - 1) break;
            elements = 0;
            foreach (var length in Lengths(level)) elements += length;
        }
    }
}
