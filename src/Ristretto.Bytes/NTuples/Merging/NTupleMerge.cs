using System.IO.Hashing;
using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Files.Merging;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.NTuples.Writing;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.NTuples.Merging;

/// <summary>An RNTuple of several files on its way into one: pages are copied with their checksums, and all clusters become one group. The header is that
/// of the first file, or made anew where files have different fields; what a file lacks are pages of zeros then.</summary>
internal sealed class NTupleMerge : IMergedObject
{
    private const long LargestKey = 1 << 30;

    private readonly string _path;
    private readonly MergeTarget _target;
    private readonly WrittenDirectory _folder;
    private readonly KeyRecord _key;
    private readonly MergedSchema _schema;
    private readonly bool _isUnion;
    private readonly ColumnRecord[] _columns;
    private readonly ZeroPages _zeros;
    private readonly EnvelopeLinkRecord _header;
    private readonly ulong _headerChecksum;
    private readonly byte[] _extension;
    private readonly long[] _elements;
    private readonly List<(long FirstEntry, long Entries)> _clusters = [];
    private readonly EnvelopeWriter _pages = new();
    private long _entries;

    /// <summary>Begins with the ntuple of the first file.</summary>
    /// <param name="path">Name with directories.</param>
    /// <param name="file">The first file.</param>
    /// <param name="key">Its key there.</param>
    /// <param name="union">The fields of all files, where they differ; null where each file has to have those of the first.</param>
    /// <param name="target">The file to write.</param>
    public NTupleMerge(string path, RootFile file, KeyRecord key, MergedSchema? union, MergeTarget target)
    {
        (_path, _target, _key, _isUnion) = (path, target, key, union is not null);
        _folder = target.Writer.FolderOf(path);
        _zeros = new ZeroPages(target.Writer, _folder, Codec);
        var first = MergedSchema.Open(file, path, key);
        var (header, footer) = first.ReadEnvelopes();
        var (bytes, checksum) = (header.Bytes, header.Checksum);
        if (union is null)
        {
            _schema = new MergedSchema(path, isUnion: false);
            _schema.Add(first);
            _extension = ExtensionOf(footer);
        }
        else
        {
            _schema = union;
            bytes = HeaderRecord.Encode(key.Name, first.Description, NTupleWriter.Program, union.ToRecord()).Finish(EnvelopeWriter.Header, out checksum).ToArray();
            _extension = NoExtension();
        }
        _headerChecksum = checksum;
        _columns = [.. _schema.Columns];
        _elements = new long[_columns.Length];
        EnvelopeLinkRecord link = default;
        target.Writer.Guarded(() =>
        {
            target.Writer.Queue.Drain();
            link = NTupleBlob.WriteEnvelope(target.Writer, _folder, bytes, Codec);
        });
        _header = link;
        Append(first, isFirst: true);
    }

    private Compression Codec => _target.Compression ?? Compression.Zstd();

    public string Describe() => $"{_entries} entries";

    public IReadOnlyDictionary<string, int> Missing => _schema.Missing;

    public void Add(RootFile file, KeyRecord key)
    {
        var ntuple = MergedSchema.Open(file, _path, key);
        if (!_isUnion) _schema.Add(ntuple);
        Append(ntuple, isFirst: false);
    }

    public void Write()
    {
        var footer = new EnvelopeWriter();
        footer.UInt64(0);                                            // feature flags
        footer.UInt64(_headerChecksum);
        footer.Append(_extension);
        var list = footer.BeginList(_clusters.Count > 0 ? 1 : 0);
        if (_clusters.Count > 0)
        {
            var link = WritePageList();
            var record = footer.BeginRecord();
            footer.Int64(0);
            footer.Int64(_entries);
            footer.Int32(_clusters.Count);
            footer.Int64(link.Length);
            footer.Locator((int)link.Locator.StoredBytes, link.Locator.Offset);
            footer.EndRecord(record);
        }
        footer.EndList(list);
        var bytes = footer.Finish(EnvelopeWriter.Footer, out _).ToArray();
        EnvelopeLinkRecord written = default;
        _target.Writer.Guarded(() => written = NTupleBlob.WriteEnvelope(_target.Writer, _folder, bytes, Codec));
        _target.Writer.WriteCopy(_path, _key, _ => Anchor(written));
        _target.Writer.AddClass("ROOT::RNTuple");
    }

    private byte[] Anchor(EnvelopeLinkRecord footer)
    {
        var anchor = new ObjectWriter();
        var start = anchor.Begin(2);
        anchor.UInt16(1);                                            // format 1.0.0.0
        for (var i = 0; i < 3; i++) anchor.UInt16(0);
        foreach (var link in (ReadOnlySpan<EnvelopeLinkRecord>)[_header, footer])
        {
            anchor.Int64(link.Locator.Offset);
            anchor.Int64(link.Locator.StoredBytes);
            anchor.Int64(link.Length);
        }
        anchor.Int64(LargestKey);
        anchor.End(start);
        anchor.UInt64(XxHash3.HashToUInt64(anchor.Bytes[6..]));
        return anchor.Bytes.ToArray();
    }

    private void Append(NTuple ntuple, bool isFirst)
    {
        var clusters = ntuple.Clusters.All;
        var origins = _schema.OriginsIn(ntuple);
        var copies = new Dictionary<(long, int), CopiedPage>();
        foreach (var cluster in clusters)
            foreach (var column in ntuple.Schema.Columns)
                foreach (var page in cluster.Pages(column.Id)) copies.TryAdd((page.Offset, page.Elements), new CopiedPage(page, column.Bits));
        var ordered = copies.Values.OrderBy(page => page.Source.Offset).ToList();
        for (var from = 0; from < ordered.Count;)
        {
            _target.Cancellation.ThrowIfCancellationRequested();
            var to = from + 1;
            while (to < ordered.Count && EndOf(ordered[to - 1]) == ordered[to].Source.Offset && EndOf(ordered[to]) - ordered[from].Source.Offset <= PendingCopy.Largest) to++;
            _target.Submit(new PageCopy(ntuple.File, _path, ordered.GetRange(from, to - from), _target.Writer, _folder, _target.Counters, _target.Compression));
            from = to;
        }
        _target.Drain();
        foreach (var cluster in clusters)
        {
            _clusters.Add((_entries + cluster.FirstEntry, cluster.Entries));
            // Clusters that were written before columns came to the first file do not know them.
            var known = isFirst && !_isUnion ? cluster.ColumnCount : origins.Count;
            var columns = _pages.BeginList(known);
            for (var i = 0; i < known; i++)
            {
                if (origins[i].IsMissing) NoteZeros(ntuple, cluster, i, origins[i]);
                else NotePages(ntuple, cluster, i, origins[i].Column, copies);
            }
            _pages.EndList(columns);
        }
        _entries += ntuple.Entries;
    }

    private static long EndOf(CopiedPage page) => page.Source.Offset + page.Source.FetchedBytes;

    private EnvelopeLinkRecord WritePageList()
    {
        var pages = new EnvelopeWriter();
        pages.UInt64(_headerChecksum);
        var list = pages.BeginList(_clusters.Count);
        foreach (var (firstEntry, entries) in _clusters)
        {
            var record = pages.BeginRecord();
            pages.Int64(firstEntry);
            pages.Int64(entries);
            pages.EndRecord(record);
        }
        pages.EndList(list);
        list = pages.BeginList(_clusters.Count);
        pages.Append(_pages.Content);
        pages.EndList(list);
        var bytes = pages.Finish(EnvelopeWriter.PageList, out _).ToArray();
        EnvelopeLinkRecord link = default;
        _target.Writer.Guarded(() => link = NTupleBlob.WriteEnvelope(_target.Writer, _folder, bytes, Codec));
        return link;
    }

    private void NotePages(NTuple ntuple, ClusterRecord cluster, int column, int source, Dictionary<(long, int), CopiedPage> copies)
    {
        var sources = cluster.Pages(source);
        if (!cluster.Stores(source)) throw new SchemaException(ntuple.File.Path, $"{_path} leaves a column out of a cluster, which cannot be merged; convert the file first");
        if (_elements[column] == 0) _elements[column] = ntuple.Schema.Columns[source].FirstElement;
        var start = _pages.BeginList(sources.Length);
        var elements = 0L;
        foreach (var page in sources)
        {
            var copy = copies[(page.Offset, page.Elements)];
            _pages.Int32(copy.HasChecksum ? -page.Elements : page.Elements);
            _pages.Locator(copy.Stored, copy.Position);
            elements += page.Elements;
        }
        EndPages(start, column, elements, _target.Compression?.Setting ?? Math.Max(0, cluster.Compression));
    }

    private void NoteZeros(NTuple ntuple, ClusterRecord cluster, int column, ColumnOrigin origin)
    {
        if (origin.ZerosIn(cluster) is not { } elements)
            throw new SchemaException(ntuple.File.Path, $"{_path}.{origin.Level!.Name} has no part that tells how many zeros the missing ones need; leave {_path} out with --skip {_path}");
        if (elements > ColumnOrigin.MostZeros)
            throw new SchemaException(ntuple.File.Path, $"{_path}: a cluster of {cluster.Entries} entries would need more than {ColumnOrigin.MostZeros} zeros for {_schema.PathOf(column)}; leave {_path} out with --skip {_path}");
        var pages = _zeros.Of(elements, _columns[column].Bits).ToList();
        var start = _pages.BeginList(pages.Count);
        foreach (var page in pages)
        {
            _pages.Int32(-page.Elements);
            _pages.Locator(page.Stored, page.Position);
        }
        EndPages(start, column, elements, _zeros.Compression.Setting);
    }

    private void EndPages(int list, int column, long elements, int compression)
    {
        _pages.Int64(_elements[column]);
        _pages.Int32(compression);
        _pages.EndList(list);
        _elements[column] += elements;
    }

    private static byte[] NoExtension()
    {
        var writer = new EnvelopeWriter();
        var record = writer.BeginRecord();
        for (var i = 0; i < 4; i++) writer.EndList(writer.BeginList(0));
        writer.EndRecord(record);
        return writer.Content.ToArray();
    }

    private static byte[] ExtensionOf(Envelope footer)
    {
        var reader = footer.Payload();
        FeatureFlags.Decode(ref reader);
        reader.ReadInt64();                                          // checksum of the header
        var start = reader.Position;
        reader.Leave(reader.ReadRecordFrame());
        return footer.Bytes[start..reader.Position];
    }
}
