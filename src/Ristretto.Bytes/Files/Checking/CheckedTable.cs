namespace Ristretto.Bytes.Files.Checking;

/// <summary>What of a tree or an RNTuple can be read.</summary>
/// <param name="Path">Name, with the directories before it.</param>
/// <param name="ClassName">Class of its key.</param>
/// <param name="Entries">Number of entries.</param>
/// <param name="Columns">Number of branches or columns that were checked.</param>
/// <param name="Damaged">Those that are not whole.</param>
public sealed record CheckedTable(string Path, string ClassName, long Entries, int Columns, IReadOnlyList<DamagedColumn> Damaged)
{
    /// <summary>The runs of entries of which every column can be read.</summary>
    public IReadOnlyList<EntryRange> WholeEntries()
    {
        var whole = new List<EntryRange>();
        var next = 0L;
        foreach (var missing in Damaged.SelectMany(column => column.Missing).OrderBy(range => range.First))
        {
            if (missing.First > next) whole.Add(new EntryRange(next, missing.First));
            next = Math.Max(next, missing.End);
        }
        if (next < Entries) whole.Add(new EntryRange(next, Entries));
        return whole;
    }
}
