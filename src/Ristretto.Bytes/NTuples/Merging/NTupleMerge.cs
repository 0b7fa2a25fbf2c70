using System.IO.Hashing;
using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Files.Merging;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.NTuples.Writing;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.NTuples.Merging;

/// <summary>An RNTuple of several files on its way into one: pages are copied with their checksums, the header is that of the first file, and all
/// clusters become one group.</summary>
internal sealed class NTupleMerge : IMergedObject
{
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
    private readonly List<(long FirstEntry, long Entries)> _clusters = [];
    private readonly EnvelopeWriter _pages = new();
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
            while (to < ordered.Count && EndOf(ordered[to - 1]) == ordered[to].Source.Offset && EndOf(ordered[to]) - ordered[from].Source.Offset <= PendingCopy.Largest) to++;
            _target.Submit(new PageCopy(ntuple.File, _path, ordered.GetRange(from, to - from), _target.Writer, _folder, _target.Counters, _target.Compression));
            from = to;
        }
        _target.Drain();
        foreach (var cluster in clusters)
        {
            _clusters.Add((_entries + cluster.FirstEntry, cluster.Entries));
            var columns = _pages.BeginList(cluster.ColumnCount);
            for (var i = 0; i < cluster.ColumnCount; i++) NotePages(ntuple, cluster, i, copies);
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

    private void NotePages(NTuple ntuple, ClusterRecord cluster, int column, Dictionary<(long, int), CopiedPage> copies)
    {
        var sources = cluster.Pages(column);
        if (!cluster.Stores(column)) throw new SchemaException(ntuple.File.Path, $"{_path} leaves a column out of a cluster, which cannot be merged; convert the file first");
        if (_elements[column] == 0) _elements[column] = ntuple.Schema.Columns[column].FirstElement;
        var start = _pages.BeginList(sources.Length);
        var elements = 0L;
        foreach (var source in sources)
        {
            var copy = copies[(source.Offset, source.Elements)];
            _pages.Int32(copy.HasChecksum ? -source.Elements : source.Elements);
            _pages.Locator(copy.Stored, copy.Position);
            elements += source.Elements;
        }
        _pages.Int64(_elements[column]);
        _pages.Int32(_target.Compression?.Setting ?? Math.Max(0, cluster.Compression));
        _pages.EndList(start);
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
