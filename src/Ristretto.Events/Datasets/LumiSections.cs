using System.Runtime.InteropServices;
using Ristretto.Columns.Accumulation;

namespace Ristretto.Events.Datasets;

/// <summary>Collects the luminosity sections of events while they pass, with the number of events in each. To be filled inside the event
/// loop it is kept in a <see cref="LaneLocal{T}"/>.</summary>
/// <remarks>Consecutive events of one section cost a comparison and an addition. A section without events is added with
/// <see cref="Add(uint, uint, long)"/> and 0, as the tree LuminosityBlocks lists them.</remarks>
public sealed class LumiSections : IMergeable<LumiSections>
{
    private readonly Dictionary<ulong, long> _events = [];
    private ulong _lastKey;
    private long _pending;
    private bool _hasLast;

    /// <summary>Number of sections.</summary>
    public int Count
    {
        get
        {
            Flush();
            return _events.Count;
        }
    }

    /// <summary>Number of events in all sections.</summary>
    public long TotalEvents
    {
        get
        {
            Flush();
            return _events.Values.Sum();
        }
    }

    /// <summary>Sections with their numbers of events, by run and section.</summary>
    public IEnumerable<(uint Run, uint Lumi, long Events)> Sections
    {
        get
        {
            Flush();
            return _events.OrderBy(pair => pair.Key).Select(pair => ((uint)(pair.Key >> 32), (uint)pair.Key, pair.Value));
        }
    }

    /// <summary>Adds events of one section; 0 events only note that the section exists.</summary>
    public void Add(uint run, uint lumi, long events = 1)
    {
        var key = ((ulong)run << 32) | lumi;
        if (!_hasLast || key != _lastKey)
        {
            Flush();
            (_lastKey, _hasLast) = (key, true);
        }
        _pending += events;
    }

    /// <summary>Adds one event for every pair, shapes <c>[events]</c>.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void Add(ReadOnlySpan<uint> run, ReadOnlySpan<uint> lumi)
    {
        if (run.Length != lumi.Length) throw new ArgumentException($"{run.Length} runs, but {lumi.Length} luminosity sections", nameof(lumi));
        for (var (first, end) = (0, 0); first < run.Length; first = end)
        {
            while (end < run.Length && run[end] == run[first] && lumi[end] == lumi[first]) end++;
            Add(run[first], lumi[first], end - first);
        }
    }

    /// <summary>The sections as a set: <c>certified.Except(seen.ToMask())</c> are the missing ones, <c>seen.ToMask().Except(certified)</c>
    /// those that are not certified.</summary>
    public LumiMask ToMask() => new(Sections.Select(section => new LumiRange(section.Run, section.Lumi, section.Lumi)));

    /// <summary>Number of events in sections that are in the mask.</summary>
    public long EventsIn(LumiMask mask) => Sections.Where(section => mask.Contains(section.Run, section.Lumi)).Sum(section => section.Events);

    /// <inheritdoc/>
    public LumiSections CreateEmpty() => new();

    /// <inheritdoc/>
    public void Merge(LumiSections other)
    {
        Flush();
        other.Flush();
        foreach (var (key, events) in other._events) CollectionsMarshal.GetValueRefOrAddDefault(_events, key, out _) += events;
    }

    /// <inheritdoc/>
    public void Clear()
    {
        _events.Clear();
        (_pending, _hasLast) = (0, false);
    }

    private void Flush()
    {
        if (!_hasLast) return;
        CollectionsMarshal.GetValueRefOrAddDefault(_events, _lastKey, out _) += _pending;
        (_pending, _hasLast) = (0, false);
    }
}
