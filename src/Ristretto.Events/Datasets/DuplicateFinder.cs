using System.Runtime.InteropServices;
using Ristretto.Columns.Accumulation;

namespace Ristretto.Events.Datasets;

/// <summary>Finds events that come more than once, by run, luminosity section and event number. To be filled inside the event loop it is
/// kept in a <see cref="LaneLocal{T}"/>.</summary>
/// <remarks>Keeps 8 bytes per event and a few per run of events of one section. Beyond <see cref="Capacity"/> events it goes on with every
/// second one, then every fourth, and so on: chosen by a hash of the event itself, so that all copies of an event are chosen together and the
/// result depends on neither order, threads nor merging.</remarks>
public sealed class DuplicateFinder : IMergeable<DuplicateFinder>
{
    private readonly List<ulong[]> _blocks = [];             // event numbers, in the order they came
    private readonly List<Stretch> _stretches = [];          // which section they belong to
    private int _count;
    private int _level;

    /// <summary>Event numbers of one block.</summary>
    private const int BlockLength = 8192;

    /// <summary>A finder that keeps at most that many events, 8 bytes each.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is not positive.</exception>
    public DuplicateFinder(int capacity = 1 << 23)
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
        Keep(((ulong)run << 32) | lumi, eventNumber);
    }

    /// <summary>Adds events, shapes <c>[events]</c>.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void Add(ReadOnlySpan<uint> run, ReadOnlySpan<uint> lumi, ReadOnlySpan<ulong> eventNumber)
    {
        if (run.Length != lumi.Length || run.Length != eventNumber.Length)
            throw new ArgumentException($"{run.Length} runs, {lumi.Length} luminosity sections and {eventNumber.Length} event numbers", nameof(run));
        Events += run.Length;
        for (var (first, end) = (0, 0); first < run.Length; first = end)
        {
            while (end < run.Length && run[end] == run[first] && lumi[end] == lumi[first]) end++;
            Keep(((ulong)run[first] << 32) | lumi[first], eventNumber[first..end]);
        }
    }

    /// <summary>Counts the repeated events.</summary>
    public DuplicateReport Report(int mostExamples = 10)
    {
        var (repeated, surplus) = (0L, 0L);
        List<EventKey> examples = [];
        foreach (var section in Located().GroupBy(stretch => stretch.Section).OrderBy(group => group.Key))
        {
            var numbers = section.SelectMany(stretch => Enumerable.Range(stretch.First, stretch.Length).Select(NumberAt)).Order().ToArray();
            for (var i = 1; i < numbers.Length; i++)
            {
                if (numbers[i] != numbers[i - 1]) continue;
                surplus++;
                if (i > 1 && numbers[i] == numbers[i - 2]) continue;
                repeated++;
                if (examples.Count < mostExamples) examples.Add(new((uint)(section.Key >> 32), (uint)section.Key, numbers[i]));
            }
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
        foreach (var (section, first, length) in other.Located())
        {
            for (var (from, left) = (first, length); left > 0;)
            {
                var numbers = other._blocks[from / BlockLength].AsSpan(from % BlockLength);
                numbers = numbers[..Math.Min(left, numbers.Length)];
                Keep(section, numbers);
                (from, left) = (from + numbers.Length, left - numbers.Length);
            }
        }
    }

    /// <inheritdoc/>
    public void Clear()
    {
        _stretches.Clear();
        (_count, _level, Events) = (0, 0, 0);
    }

    private void Keep(ulong section, ReadOnlySpan<ulong> numbers)
    {
        if (_level > 0 || numbers.Length > Capacity - _count)
            foreach (var number in numbers) Keep(section, number);
        else Append(section, numbers);
    }

    private void Keep(ulong section, ulong number)
    {
        if (!IsChosen(section, number)) return;
        while (_count == Capacity)
        {
            Raise(_level + 1);
            if (!IsChosen(section, number)) return;
        }
        Append(section, [number]);
    }

    private void Append(ulong section, ReadOnlySpan<ulong> numbers)
    {
        var stretches = CollectionsMarshal.AsSpan(_stretches);
        if (!stretches.IsEmpty && stretches[^1].Section == section) stretches[^1].Length += numbers.Length;
        else _stretches.Add(new Stretch { Section = section, Length = numbers.Length });
        while (!numbers.IsEmpty)
        {
            if (_count == _blocks.Count * BlockLength) _blocks.Add(new ulong[BlockLength]);
            var room = _blocks[_count / BlockLength].AsSpan(_count % BlockLength);
            var taken = Math.Min(room.Length, numbers.Length);
            numbers[..taken].CopyTo(room);
            numbers = numbers[taken..];
            _count += taken;
        }
    }

    private void Raise(int level)
    {
        if (level <= _level) return;
        _level = level;
        var before = Located().ToArray();
        _stretches.Clear();
        _count = 0;                                          // what is kept moves to the front, over what has been read already
        foreach (var (section, first, length) in before)
            for (var i = first; i < first + length; i++)
                if (NumberAt(i) is var number && IsChosen(section, number)) Append(section, [number]);
    }

    /// <summary>The stretches with the position of their first event.</summary>
    private IEnumerable<(ulong Section, int First, int Length)> Located()
    {
        var first = 0;
        foreach (var stretch in _stretches)
        {
            yield return (stretch.Section, first, stretch.Length);
            first += stretch.Length;
        }
    }

    private ulong NumberAt(int index) => _blocks[index / BlockLength][index % BlockLength];

    private bool IsChosen(ulong section, ulong number) => _level == 0 || ulong.TrailingZeroCount(Mix(section, number)) >= (ulong)_level;

    /// <summary>A number in which every bit depends on all bits of the key.</summary>
    private static ulong Mix(ulong section, ulong number)
    {
        var mixed = number ^ section * 0x9e3779b97f4a7c15;
        mixed = (mixed ^ (mixed >> 32)) * 0xd6e8feb86659fd93;
        mixed = (mixed ^ (mixed >> 29)) * 0xbf58476d1ce4e5b9;
        return mixed ^ (mixed >> 32);
    }

    /// <summary>Consecutive events of one section: run in the upper, luminosity section in the lower half.</summary>
    private struct Stretch
    {
        internal ulong Section;
        internal int Length;
    }
}
