using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.NTuples;
using Ristretto.Bytes.NTuples.Reading;
using Ristretto.Bytes.Sources;

namespace Ristretto.Bytes.Files.Checking;

/// <summary>Checks every page of an RNTuple, cluster by cluster, that lists and values fit together, and streamed objects. Its anchor, header and footer were checked when
/// it was opened.</summary>
internal sealed class NTupleCheck(NTuple ntuple, Findings findings, CheckCrew crew)
{
    private const int BlockEntries = 1 << 14;

    private readonly record struct Place(PageRecord Page, ColumnRecord Column, int Index, EntryRange Entries);

    private readonly NTupleDamage _damage = new(ntuple);

    /// <summary>Checks the RNTuple.</summary>
    public CheckedTable Run()
    {
        findings.Inside.Add(ntuple.Anchor.Header.Locator.Offset);
        findings.Inside.Add(ntuple.Anchor.Footer.Locator.Offset);
        foreach (var set in ntuple.AttributeSets) findings.Note($"{ntuple.Path}: the attribute set {set.Name} was not checked");
        using var context = new DecodeContext();
        using var window = new CheckWindow(ntuple.File.Source);
        var (cluster, isListed) = (0, true);
        for (var i = 0; i < ntuple.ClusterGroups.Count; i++)
        {
            var group = ntuple.ClusterGroups[i];
            findings.Inside.Add(group.PageList.Locator.Offset);
            var clusters = ReadPageList(i, group, context);
            isListed &= clusters is not null;
            foreach (var record in clusters ?? []) CheckPages(record, cluster++, window);
            if (clusters is null) cluster += group.Clusters;
        }
        // The reader needs all page lists.
        if (isListed) CheckLists();
        return new CheckedTable(ntuple.Path, ntuple.Key.ClassName, ntuple.Entries, _damage.Columns, _damage.ToRecords());
    }

    private ClusterRecord[]? ReadPageList(int index, ClusterGroupRecord group, DecodeContext context)
    {
        try
        {
            return ntuple.ReadPageList(index, context);
        }
        catch (RistrettoException error) when (findings.IsFinding(error))
        {
            var entries = new EntryRange(group.FirstEntry, group.FirstEntry + group.Entries);
            findings.Add(error, entries);
            _damage.AddAll(entries);
            return null;
        }
    }

    private void CheckPages(ClusterRecord cluster, int number, CheckWindow window)
    {
        var places = Places(cluster);
        for (var start = 0; start < places.Count;)
        {
            // As many pages as fit into the window; one that does not is fetched by itself.
            var first = start;
            window.Load(places.Skip(first).Select(place => new ByteRange(place.Page.Offset, place.Page.FetchedBytes)));
            var end = first;
            while (end < places.Count && window.TryGet(places[end].Page.Offset, places[end].Page.FetchedBytes, out _)) end++;
            end = Math.Max(end, first + 1);
            crew.Run(end - first, (i, room) => CheckPage(places[first + i], number, window, room), (i, _, error) => Take(places[first + i], number, error));
            start = end;
        }
    }

    private bool CheckPage(in Place place, int cluster, CheckWindow window, CheckRoom room)
    {
        var decoder = new PageDecoder(ntuple, $"{ntuple.Path}/{_damage.NameOf(place.Column)}", cluster, place.Index);
        var bytes = decoder.OriginalBytes(place.Page, place.Column.Bits);
        decoder.Decode(place.Page, room.Context, window, room.Page.Ensure(bytes));
        return true;
    }

    private void Take(in Place place, int cluster, RistrettoException? error)
    {
        findings.Pages++;
        findings.Inside.Add(place.Page.Offset);
        if (error is null)
        {
            findings.Advance(ntuple.Path, place.Page.FetchedBytes, place.Page.HasChecksum ? 0 : place.Page.StoredBytes);
            return;
        }
        findings.Add(error, place.Entries);
        findings.Advance(ntuple.Path, place.Page.FetchedBytes, 0);
        _damage.Add(place.Column, cluster, place.Entries);
    }

    /// <summary>The pages of a cluster in the order in which they stand in the file.</summary>
    private List<Place> Places(ClusterRecord cluster)
    {
        var places = new List<Place>();
        foreach (var column in ntuple.Schema.Columns)
        {
            var pages = cluster.Pages(column.Id);
            _damage.Count(column, pages.Length);
            var perEntry = _damage.PerEntry(column);
            var total = 0L;
            foreach (var page in pages) total += page.Elements;
            // Elements that have no page come first.
            var start = perEntry > 0 && cluster.Entries <= long.MaxValue / perEntry ? Math.Max(0, (cluster.Entries * perEntry) - total) : 0;
            for (var i = 0; i < pages.Length; i++)
            {
                var end = start + pages[i].Elements;
                var entries = perEntry == 0
                    ? new EntryRange(cluster.FirstEntry, cluster.EndEntry)
                    : new EntryRange(cluster.FirstEntry + (start / perEntry), Math.Min(cluster.EndEntry, cluster.FirstEntry + ((end + perEntry - 1) / perEntry)));
                places.Add(new Place(pages[i], column, i, entries));
                start = end;
            }
        }
        places.Sort(static (a, b) => a.Page.Offset.CompareTo(b.Page.Offset));
        return places;
    }

    /// <summary>Lists must end inside what they hold, columns have as many elements as the entries and lists ask for, and streamed objects what their class says.</summary>
    private void CheckLists()
    {
        // Columns in the same lists share the reading of these, those of a streamed object that of the objects.
        var groups = ntuple.Columns.Where(column => !column.Field.IsProjected).GroupBy(GroupOf).Select(group => group.ToArray()).ToArray();
        crew.Run(groups.Length, (i, room) => CheckLists(groups[i], room), (i, errors, failure) =>
        {
            if (failure is not null) findings.Add(failure);
            foreach (var (columns, error, entries) in errors ?? [])
            {
                findings.Add(error, entries);
                foreach (var column in columns) _damage.Add(column, entries);
            }
            findings.Advance(ntuple.Path, 0, 0);
        });
    }

    private static object GroupOf(NTupleColumn column) => column.Levels.FirstOrDefault(level => level.IsList && level.Inside == 0)?.Field.Representations[0][0] ?? (object?)column.Streamed?.Object ?? column;

    private List<(NTupleColumn[] Columns, RistrettoException Error, EntryRange Entries)> CheckLists(NTupleColumn[] group, CheckRoom room)
    {
        var errors = new List<(NTupleColumn[], RistrettoException, EntryRange)>();
        using var reader = new NTupleReader(ntuple, room.Context);
        foreach (var columns in group.GroupBy(column => (object?)column.Streamed?.Object ?? column).Select(same => same.ToArray()))
        {
            for (var i = 0; i < ntuple.Clusters.All.Count; i++)
            {
                findings.Cancellation.ThrowIfCancellationRequested();
                var cluster = ntuple.Clusters.All[i];
                if (_damage.IsDamaged(columns[0], i)) continue;
                try
                {
                    for (var first = cluster.FirstEntry; first < cluster.EndEntry; first += BlockEntries)
                        reader[columns[0]].ValueBytes(first, (int)Math.Min(BlockEntries, cluster.EndEntry - first));
                }
                catch (RistrettoException error) when (findings.IsFinding(error))
                {
                    errors.Add((columns, error, new EntryRange(cluster.FirstEntry, cluster.EndEntry)));
                }
            }
        }
        return errors;
    }
}
