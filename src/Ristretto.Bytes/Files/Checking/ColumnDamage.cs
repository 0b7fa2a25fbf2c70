namespace Ristretto.Bytes.Files.Checking;

/// <summary>The damage of one branch or column while it is found.</summary>
internal sealed class ColumnDamage(string name)
{
    private readonly List<EntryRange> _missing = [];
    private int _damaged;

    /// <summary>Number of its baskets or pages.</summary>
    public int Parts { get; set; }

    /// <summary>A basket or a page cannot be read.</summary>
    public void Add(EntryRange entries)
    {
        _damaged++;
        if (entries.End > entries.First) _missing.Add(entries);
    }

    /// <summary>Nothing of it can be read.</summary>
    public void AddAll(long entries)
    {
        _damaged = Parts;
        _missing.Clear();
        if (entries > 0) _missing.Add(new EntryRange(0, entries));
    }

    /// <summary>What is damaged; null when nothing is.</summary>
    public DamagedColumn? ToRecord()
    {
        if (_damaged == 0 && _missing.Count == 0) return null;
        _missing.Sort((a, b) => a.First.CompareTo(b.First));
        var joined = new List<EntryRange>();
        foreach (var range in _missing)
        {
            if (joined.Count > 0 && range.First <= joined[^1].End) joined[^1] = new EntryRange(joined[^1].First, Math.Max(joined[^1].End, range.End));
            else joined.Add(range);
        }
        return new DamagedColumn(name, Parts, _damaged, joined);
    }
}
