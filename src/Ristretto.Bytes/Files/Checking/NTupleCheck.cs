using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.NTuples;
using Ristretto.Bytes.NTuples.Reading;
using Ristretto.Bytes.Sources;

namespace Ristretto.Bytes.Files.Checking;

/// <summary>Checks every page of an RNTuple, cluster by cluster, and that lists and values fit together. Its anchor, header and footer were checked when
/// it was opened.</summary>
internal sealed class NTupleCheck(NTuple ntuple, Findings findings)
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
        using var room = new GrowingBuffer();
        var (cluster, isListed) = (0, true);
        for (var i = 0; i < ntuple.ClusterGroups.Count; i++)
        {
            var group = ntuple.ClusterGroups[i];
            findings.Inside.Add(group.PageList.Locator.Offset);
            var clusters = ReadPageList(i, group, context);
            isListed &= clusters is not null;
            foreach (var record in clusters ?? []) CheckPages(record, cluster++, context, window, room);
            if (clusters is null) cluster += group.Clusters;
        }
        // The reader needs all page lists.
        if (isListed) CheckLists(context);
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

    private void CheckPages(ClusterRecord cluster, int number, DecodeContext context, CheckWindow window, GrowingBuffer room)
    {
        var places = Places(cluster);
        for (var i = 0; i < places.Count; i++)
        {
            var (page, column, index, entries) = places[i];
            if (!window.TryGet(page.Offset, page.FetchedBytes, out _)) window.Load(places.Skip(i).Select(next => new ByteRange(next.Page.Offset, next.Page.FetchedBytes)));
            findings.Pages++;
            findings.Inside.Add(page.Offset);
            try
            {
                CheckPage(new PageDecoder(ntuple, $"{ntuple.Path}/{_damage.NameOf(column)}", number, index), page, column, context, window, room);
            }
            catch (RistrettoException error) when (findings.IsFinding(error))
            {
                findings.Add(error, entries);
                findings.Advance(ntuple.Path, page.FetchedBytes, 0);
                _damage.Add(column, number, entries);
            }
        }
    }

    private void CheckPage(PageDecoder decoder, in PageRecord page, ColumnRecord column, DecodeContext context, CheckWindow window, GrowingBuffer room)
    {
        var bytes = decoder.OriginalBytes(page, column.Bits);
        decoder.Decode(page, context, window, room.Ensure(bytes));
        findings.Advance(ntuple.Path, page.FetchedBytes, page.HasChecksum ? 0 : page.StoredBytes);
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

    /// <summary>Lists must end inside what they hold, and columns have as many elements as the entries and lists ask for.</summary>
    private void CheckLists(DecodeContext context)
    {
        using var reader = new NTupleReader(ntuple, context);
        foreach (var column in ntuple.Columns.Where(column => !column.Field.IsProjected))
        {
            for (var i = 0; i < ntuple.Clusters.All.Count; i++)
            {
                var cluster = ntuple.Clusters.All[i];
                if (_damage.IsDamaged(column, i)) continue;
                try
                {
                    for (var first = cluster.FirstEntry; first < cluster.EndEntry; first += BlockEntries)
                        reader[column].ValueBytes(first, (int)Math.Min(BlockEntries, cluster.EndEntry - first));
                }
                catch (RistrettoException error) when (findings.IsFinding(error))
                {
                    var entries = new EntryRange(cluster.FirstEntry, cluster.EndEntry);
                    findings.Add(error, entries);
                    _damage.Add(column, entries);
                }
            }
            findings.Advance(ntuple.Path, 0, 0);
        }
    }
}
