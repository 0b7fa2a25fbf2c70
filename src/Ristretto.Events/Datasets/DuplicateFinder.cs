using Ristretto.Columns.Accumulation;

namespace Ristretto.Events.Datasets;

/// <summary>Finds events that come more than once, by run, luminosity section and event number. To be filled inside the event loop it is
/// kept in a <see cref="LaneLocal{T}"/>.</summary>
/// <remarks>Keeps 16 bytes per event. Beyond <see cref="Capacity"/> events it goes on with every second one, then every fourth, and so on:
/// chosen by a hash of the event itself, so that all copies of an event are chosen together and the result depends on neither order,
/// threads nor merging.</remarks>
public sealed class DuplicateFinder : IMergeable<DuplicateFinder>
{
    private UInt128[] _keys = [];
    private int _count;
    private int _level;

    /// <summary>A finder that keeps at most that many events, 16 bytes each.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is not positive.</exception>
    public DuplicateFinder(int capacity = 1 << 22)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        Capacity = capacity;
    }

    /// <summary>The largest number of events kept.</summary>
    public int Capacity { get; }

    /// <summary>Events that passed.</summary>
    public long Events { get; private set; }

    /// <summary>Adds an event.</summary>
    public void Add(uint run, uint lumi, ulong eventNumber)
    {
        Events++;
        Keep(new UInt128(((ulong)run << 32) | lumi, eventNumber));
    }

    /// <summary>Adds events, shapes <c>[events]</c>.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void Add(ReadOnlySpan<uint> run, ReadOnlySpan<uint> lumi, ReadOnlySpan<ulong> eventNumber)
    {
        if (run.Length != lumi.Length || run.Length != eventNumber.Length)
            throw new ArgumentException($"{run.Length} runs, {lumi.Length} luminosity sections and {eventNumber.Length} event numbers", nameof(run));
        for (var i = 0; i < run.Length; i++) Add(run[i], lumi[i], eventNumber[i]);
    }

    /// <summary>Counts the repeated events; sorts what was kept.</summary>
    public DuplicateReport Report(int mostExamples = 10)
    {
        var keys = _keys.AsSpan(0, _count);
        keys.Sort();
        var (repeated, surplus) = (0L, 0L);
        List<EventKey> examples = [];
        for (var i = 1; i < keys.Length; i++)
        {
            if (keys[i] != keys[i - 1]) continue;
            surplus++;
            if (i > 1 && keys[i] == keys[i - 2]) continue;
            repeated++;
            if (examples.Count < mostExamples) examples.Add(new((uint)(keys[i] >> 96), (uint)(keys[i] >> 64), (ulong)keys[i]));
        }
        return new(Events, _count, repeated, surplus, examples);
    }

    /// <inheritdoc/>
    public DuplicateFinder CreateEmpty() => new(Capacity);

    /// <inheritdoc/>
    public void Merge(DuplicateFinder other)
    {
        Events += other.Events;
        Raise(other._level);
        foreach (var key in other._keys.AsSpan(0, other._count)) Keep(key);
    }

    /// <inheritdoc/>
    public void Clear() => (_count, _level, Events) = (0, 0, 0);

    private void Keep(UInt128 key)
    {
        if (!IsChosen(key)) return;
        while (_count == Capacity)
        {
            Raise(_level + 1);
            if (!IsChosen(key)) return;
        }
        if (_count == _keys.Length) Array.Resize(ref _keys, (int)Math.Min(Capacity, Math.Max(1024, 2L * _keys.Length)));
        _keys[_count++] = key;
    }

    private void Raise(int level)
    {
        if (level <= _level) return;
        _level = level;
        var kept = 0;
        for (var i = 0; i < _count; i++)
            if (IsChosen(_keys[i])) _keys[kept++] = _keys[i];
        _count = kept;
    }

    private bool IsChosen(UInt128 key) => _level == 0 || ulong.TrailingZeroCount(Mix(key)) >= (ulong)_level;

    /// <summary>A number in which every bit depends on all bits of the key.</summary>
    private static ulong Mix(UInt128 key)
    {
        var mixed = (ulong)key ^ (ulong)(key >> 64) * 0x9e3779b97f4a7c15;
        mixed = (mixed ^ (mixed >> 32)) * 0xd6e8feb86659fd93;
        mixed = (mixed ^ (mixed >> 29)) * 0xbf58476d1ce4e5b9;
        return mixed ^ (mixed >> 32);
    }
}
