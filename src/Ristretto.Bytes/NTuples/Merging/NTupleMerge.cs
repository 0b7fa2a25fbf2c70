using System.IO.Hashing;
using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Files.Merging;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.NTuples.Writing;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.NTuples.Merging;

/// <summary>An RNTuple of several files on its way into one: pages are copied with their checksums, the header is that of the first file, each file becomes
/// a cluster group.</summary>
internal sealed class NTupleMerge : IMergedObject
{
    private const int LargestCopy = 4 << 20;
    private const long LargestKey = 1 << 30;

    private readonly string _path;
    private readonly MergeTarget _target;
    private readonly WrittenDirectory _folder;
    private readonly KeyRecord _key;
    private readonly string _firstFile;
    private readonly SchemaRecord _schema;
    private readonly EnvelopeLinkRecord _header;
    private readonly ulong _headerChecksum;
    private readonly byte[] _extension;
    private readonly long[] _elements;
    private readonly List<(long FirstEntry, long Entries, int Clusters, EnvelopeLinkRecord Link)> _groups = [];
    private long _entries;

    /// <summary>Begins with the ntuple of the first file.</summary>
    public NTupleMerge(string path, RootFile file, KeyRecord key, MergeTarget target)
    {
        (_path, _target, _key, _firstFile) = (path, target, key, file.Path);
        _folder = target.Writer.FolderOf(path);
        var first = Open(file, key);
        _schema = first.Schema;
        _elements = new long[_schema.Columns.Count];
        var (header, footer) = first.ReadEnvelopes();
        (_headerChecksum, _extension) = (header.Checksum, ExtensionOf(footer));
        EnvelopeLinkRecord link = default;
        target.Writer.Guarded(() =>
        {
            target.Writer.Queue.Drain();
            link = NTupleBlob.WriteEnvelope(target.Writer, _folder, header.Bytes, Codec);
        });
        _header = link;
        Append(first);
    }

    private Compression Codec => _target.Compression ?? Compression.Zstd();

    public string Describe() => $"{_entries} entries";

    public void Add(RootFile file, KeyRecord key)
    {
        var ntuple = Open(file, key);
        Require(ntuple);
        Append(ntuple);
    }

    public void Write()
    {
        var footer = new EnvelopeWriter();
        footer.UInt64(0);                                            // feature flags
        footer.UInt64(_headerChecksum);
        footer.Append(_extension);
        var list = footer.BeginList(_groups.Count);
        foreach (var (firstEntry, entries, clusters, link) in _groups)
        {
            var record = footer.BeginRecord();
            footer.Int64(firstEntry);
            footer.Int64(entries);
            footer.Int32(clusters);
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

    private NTuple Open(RootFile file, KeyRecord key)
    {
        var ntuple = NTuple.Read(file, _path, key);
        if (ntuple.AttributeSets.Count > 0) throw new SchemaException(file.Path, $"{_path} has attribute sets, which cannot be merged");
        if (ntuple.Schema.Columns.Any(column => column.Representation > 0)) throw new SchemaException(file.Path, $"{_path} has fields stored in several ways, which cannot be merged; convert the file first");
        return ntuple;
    }

    private void Require(NTuple other)
    {
        var (file, schema) = (other.File.Path, other.Schema);
        var names = schema.Fields.Select(field => field.Name).ToList();
        for (var i = 0; i < Math.Max(_schema.Fields.Count, schema.Fields.Count); i++)
        {
            if (i >= schema.Fields.Count) throw new SchemaException(file, $"{_path} has no field {_schema.Fields[i].Name}, which {_firstFile} has{NearestNames.Hint(_schema.Fields[i].Name, names)}");
            if (i >= _schema.Fields.Count) throw new SchemaException(file, $"{_path} has a field {names[i]}, which {_firstFile} has not{NearestNames.Hint(names[i], _schema.Fields.Select(field => field.Name))}");
            var (mine, theirs) = (_schema.Fields[i], schema.Fields[i]);
            if (mine with { Description = "" } != theirs with { Description = "" })
                throw new SchemaException(file, $"{_path}: field {i} is {theirs.Name} of type {theirs.TypeName}, in {_firstFile} {mine.Name} of type {mine.TypeName}");
        }
        for (var i = 0; i < _schema.Columns.Count; i++)
        {
            var theirs = i < schema.Columns.Count ? schema.Columns[i] : null;
            if (theirs is null || theirs with { IsDeferred = false, FirstElement = 0 } != _schema.Columns[i] with { IsDeferred = false, FirstElement = 0 })
                throw new SchemaException(file, $"{_path}: {_schema.Fields[_schema.Columns[i].FieldId].Name} is stored in another way than in {_firstFile}; convert the files to one form first");
            if (theirs.FirstElement > 0) throw new SchemaException(file, $"{_path}: {_schema.Fields[theirs.FieldId].Name} was added after the first entries, which only the first file may have; convert this file first");
        }
        if (schema.Columns.Count != _schema.Columns.Count || !schema.Aliases.SequenceEqual(_schema.Aliases)) throw new SchemaException(file, $"{_path} has other columns than in {_firstFile}");
    }

    private void Append(NTuple ntuple)
    {
        var clusters = ntuple.Clusters.All;
        var copies = new Dictionary<(long, int), CopiedPage>();
        foreach (var cluster in clusters)
            foreach (var column in ntuple.Schema.Columns)
                foreach (var page in cluster.Pages(column.Id)) copies.TryAdd((page.Offset, page.Elements), new CopiedPage(page, column.Bits));
        var ordered = copies.Values.OrderBy(page => page.Source.Offset).ToList();
        for (var from = 0; from < ordered.Count;)
        {
            _target.Cancellation.ThrowIfCancellationRequested();
            var to = from + 1;
            while (to < ordered.Count && EndOf(ordered[to - 1]) == ordered[to].Source.Offset && EndOf(ordered[to]) - ordered[from].Source.Offset <= LargestCopy) to++;
            _target.Submit(new PageCopy(ntuple.File, _path, ordered.GetRange(from, to - from), _target.Writer, _folder, _target.Counters, _target.Compression));
            from = to;
        }
        _target.Drain();
        if (clusters.Count > 0) WritePageList(ntuple, clusters, copies);
        _entries += ntuple.Entries;
    }

    private static long EndOf(CopiedPage page) => page.Source.Offset + page.Source.FetchedBytes;

    private void WritePageList(NTuple ntuple, IReadOnlyList<ClusterRecord> clusters, Dictionary<(long, int), CopiedPage> copies)
    {
        var pages = new EnvelopeWriter();
        pages.UInt64(_headerChecksum);
        var list = pages.BeginList(clusters.Count);
        foreach (var cluster in clusters)
        {
            var record = pages.BeginRecord();
            pages.Int64(_entries + cluster.FirstEntry);
            pages.Int64(cluster.Entries);
            pages.EndRecord(record);
        }
        pages.EndList(list);
        list = pages.BeginList(clusters.Count);
        foreach (var cluster in clusters)
        {
            var columns = pages.BeginList(cluster.ColumnCount);
            for (var i = 0; i < cluster.ColumnCount; i++) WriteColumn(ntuple, cluster, i, copies, pages);
            pages.EndList(columns);
        }
        pages.EndList(list);
        var bytes = pages.Finish(EnvelopeWriter.PageList, out _).ToArray();
        EnvelopeLinkRecord link = default;
        _target.Writer.Guarded(() => link = NTupleBlob.WriteEnvelope(_target.Writer, _folder, bytes, Codec));
        _groups.Add((_entries, ntuple.Entries, clusters.Count, link));
    }

    private void WriteColumn(NTuple ntuple, ClusterRecord cluster, int column, Dictionary<(long, int), CopiedPage> copies, EnvelopeWriter pages)
    {
        var sources = cluster.Pages(column);
        if (!cluster.Stores(column)) throw new SchemaException(ntuple.File.Path, $"{_path} leaves a column out of a cluster, which cannot be merged; convert the file first");
        if (_elements[column] == 0) _elements[column] = ntuple.Schema.Columns[column].FirstElement;
        var start = pages.BeginList(sources.Length);
        var elements = 0L;
        foreach (var source in sources)
        {
            var copy = copies[(source.Offset, source.Elements)];
            pages.Int32(copy.HasChecksum ? -source.Elements : source.Elements);
            pages.Locator(copy.Stored, copy.Position);
            elements += source.Elements;
        }
        pages.Int64(_elements[column]);
        pages.Int32(_target.Compression?.Setting ?? Math.Max(0, cluster.Compression));
        pages.EndList(start);
        _elements[column] += elements;
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
