using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.NTuples;
using Ristretto.Fuzz.Reading;

namespace Ristretto.Fuzz.Anatomy;

/// <summary>Where in a whole file the things are that are worth damaging. Of a file that is not whole, what can be found.</summary>
internal sealed class FileAnatomy
{
    private const int LargestRecords = 20_000, LargestKept = 1 << 20;

    private readonly Dictionary<int, byte[]> _payloads = [];
    private readonly List<RecordPlace> _records = [];
    private readonly List<EntryPlace> _entries = [];
    private readonly List<NTuplePlace> _ntuples = [];
    private readonly List<int> _lists = [];
    private readonly List<int> _blocks = [];

    private FileAnatomy(byte[] bytes) => Bytes = bytes;

    /// <summary>The file.</summary>
    internal byte[] Bytes { get; }

    /// <summary>The file's header; null when it cannot be read.</summary>
    internal FileHeaderRecord? Header { get; private set; }

    /// <summary>All records from the first on, baskets too.</summary>
    internal IReadOnlyList<RecordPlace> Records => _records;

    /// <summary>The entries of all directories.</summary>
    internal IReadOnlyList<EntryPlace> Entries => _entries;

    /// <summary>Where the payloads of the lists of keys start: with the number of keys.</summary>
    internal IReadOnlyList<int> KeyLists => _lists;

    /// <summary>Where compressed blocks start.</summary>
    internal IReadOnlyList<int> Blocks => _blocks;

    /// <summary>The RNTuples.</summary>
    internal IReadOnlyList<NTuplePlace> NTuples => _ntuples;

    /// <summary>The record of the streamer infos; null when there is none.</summary>
    internal RecordPlace? Infos => Header is { SeekInfo: > 0 } header ? _records.Find(record => record.At == header.SeekInfo) : null;

    /// <summary>Looks through a file.</summary>
    internal static FileAnatomy Of(byte[] bytes)
    {
        var anatomy = new FileAnatomy(bytes);
        try
        {
            using var file = RootFile.Open(new MemorySource("original.root", bytes));
            anatomy.Header = file.Header;
            anatomy.FindRecords();
            anatomy.FindEntries(file, file.Directory, 0);
            using var context = new DecodeContext();
            foreach (var entry in anatomy._entries)
                if (RootFile.IsNTuple(entry.Key)) anatomy.FindNTuple(file, entry, context);
        }
        catch (RistrettoException)
        {
            // A file that is not whole: what was found before is enough.
        }
        return anatomy;
    }

    /// <summary>The payload of a record, decompressed; null when it is damaged.</summary>
    internal byte[]? Payload(KeyRecord key)
    {
        if (_payloads.TryGetValue((int)key.SeekKey, out var payload)) return payload;
        try
        {
            using var file = RootFile.Open(new MemorySource("original.root", Bytes));
            payload = file.ReadPayload(key);
            if (payload.Length <= LargestKept) _payloads[(int)key.SeekKey] = payload;
            return payload;
        }
        catch (RistrettoException)
        {
            return null;
        }
    }

    private void FindRecords()
    {
        var at = (long)Header!.Begin;
        while (at < Bytes.Length - 26 && _records.Count < LargestRecords)
        {
            var reader = new BigEndianReader(Bytes.AsSpan((int)at), new RecordOrigin("original.root", null, at));
            var total = reader.ReadInt32();
            if (total < 0)
            {
                at -= total;
                continue;
            }
            reader.Seek(0);
            KeyRecord key;
            try { key = KeyRecord.Decode(ref reader); }
            catch (RistrettoException) { break; }
            if (total == 0) break;
            _records.Add(new RecordPlace((int)at, key));
            if (key.IsCompressed) FindBlocks((int)at + key.KeyBytes, (int)at + total);
            at += total;
        }
    }

    private void FindBlocks(int at, int end)
    {
        while (at + BlockHeader.Size <= Math.Min(end, Bytes.Length))
        {
            _blocks.Add(at);
            at += BlockHeader.Size + BlockHeader.Read(Bytes.AsSpan(at)).StoredBytes;
        }
    }

    private void FindEntries(RootFile file, RootDirectory directory, int depth)
    {
        if (directory.Record.SeekKeys == 0 || depth > 16) return;
        var start = (int)directory.Record.SeekKeys;
        var reader = new BigEndianReader(Bytes.AsSpan(start, directory.Record.KeysBytes), new RecordOrigin("original.root", null, start));
        reader.Seek(KeyRecord.Decode(ref reader).KeyBytes);
        _lists.Add(start + reader.Position);
        var count = reader.ReadInt32();
        for (var i = 0; i < count; i++)
        {
            var at = reader.Position;
            var key = KeyRecord.Decode(ref reader);
            reader.Seek(Math.Max(reader.Position, at + key.KeyBytes));
            _entries.Add(new EntryPlace(start + at, directory.Path.Length == 0 ? key.Name : $"{directory.Path}/{key.Name}", key));
            if (RootDirectory.IsDirectory(key)) FindEntries(file, directory.Open(key), depth + 1);
        }
    }

    private void FindNTuple(RootFile file, EntryPlace entry, DecodeContext context)
    {
        var ntuple = file.GetNTuple($"{entry.Path};{entry.Key.Cycle}");
        var (header, footer) = ntuple.ReadEnvelopes();
        var lists = ntuple.ClusterGroups.Select(group => (group.PageList, Envelope.Read(file, "page list", Envelope.PageListType, group.PageList, ntuple.Anchor.LargestKey, context).Bytes)).ToArray();
        var pages = new List<(int, PageRecord, int)>();
        var (group, left) = (0, ntuple.ClusterGroups.Count > 0 ? ntuple.ClusterGroups[0].Clusters : 0);
        foreach (var cluster in ntuple.Clusters.All)
        {
            while (left == 0) left = ntuple.ClusterGroups[++group].Clusters;
            left--;
            foreach (var column in ntuple.Schema.Columns)
                foreach (var page in cluster.Pages(column.Id)) pages.Add((group, page, (int)(((long)page.Elements * column.Bits + 7) / 8)));
        }
        _ntuples.Add(new NTuplePlace(entry, ntuple.Anchor, header.Bytes, footer.Bytes, lists, pages));
    }
}
