using System.IO.Hashing;
using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.NTuples.Writing;

public sealed partial class NTupleWriter
{
    private const long LargestKey = 1 << 30;
    internal const string Program = "Ristretto";

    private readonly List<WrittenColumn> _columns = [];
    private readonly List<(long FirstEntry, long Entries, int Clusters, EnvelopeLink Link)> _groups = [];
    private List<NTupleFieldWriter> _ordered = [];
    private EnvelopeLink _header;
    private ulong _headerChecksum;
    private bool _hasHeader;

    /// <summary>Where an envelope is: its length, its length as stored, its position.</summary>
    private readonly record struct EnvelopeLink(int Length, int Stored, long Position);

    /// <summary>Writes the key of a record that no directory lists, and returns the position behind it.</summary>
    internal long BeginBlob(int stored, int length)
    {
        var key = new WrittenKey("RBlob", "", "", 0, _folder.Seek, length, stored) { Version = WrittenKey.VersionOf(isBig: true), Date = File.Options.StoredDate };
        key = key with { Seek = File.Allocate(key.RecordLength) };
        _key.Clear();
        key.Encode(_key);
        File.WriteHidden(_key.Bytes, [], key.Seek);
        return key.Seek + key.Length;
    }

    /// <summary>Writes a part of such a record.</summary>
    internal void ContinueBlob(long position, ReadOnlySpan<byte> bytes) => File.WriteHidden([], bytes, position);

    private EnvelopeLink WriteEnvelope(EnvelopeWriter envelope, ushort type, out ulong checksum)
    {
        var bytes = envelope.Finish(type, out checksum);
        using var stored = PooledBuffer.Rent(bytes.Length);
        var length = BlockEncoder.Encode(File.Queue.Context, Compression, bytes, stored.Span);
        var written = length == 0 ? bytes : stored.Span[..length];
        var position = BeginBlob(written.Length, bytes.Length);
        ContinueBlob(position, written);
        return new EnvelopeLink(bytes.Length, written.Length, position);
    }

    private void WriteHeader()
    {
        if (_hasHeader) return;
        _hasHeader = true;
        OrderFields();
        var schema = new SchemaRecord(
            _ordered.Select(field => new FieldRecord(0, 0, field.ParentField?.Id ?? field.Id, field.Role, field.Name, field.TypeName, "", field.Description, field.ArraySize, field.Source?.Id ?? -1)),
            _ordered.SelectMany(field => field.Columns, (field, column) => new ColumnRecord(column.Id, column.Encoding, column.Bits, field.Id, 0, IsDeferred: false, 0, 0, 0)),
            _ordered.SelectMany(field => field.AliasColumns, (field, column) => new AliasColumnRecord(column.Id, field.Id)),
            []);
        File.Queue.Drain();
        _header = WriteEnvelope(HeaderRecord.Encode(Name, Options.Description, Program, schema), EnvelopeWriter.Header, out _headerChecksum);
    }

    // Level by level, as ROOT numbers fields.
    private void OrderFields()
    {
        _ordered = [.. _fields];
        for (var i = 0; i < _ordered.Count; i++)
        {
            var field = _ordered[i];
            if (field.SubFields.Count == 0 && field is VectorField or ArrayField or VariantField or RecordField)
                throw new InvalidOperationException($"field \"{field.Name}\" is empty; say what is in it");
            field.Id = i;
            _ordered.AddRange(field.SubFields);
            foreach (var column in field.Columns)
            {
                column.Id = _columns.Count;
                _columns.Add(column);
            }
        }
    }

    private void WritePageList()
    {
        if (_clusters.Count == 0) return;
        var pages = new EnvelopeWriter();
        pages.UInt64(_headerChecksum);
        var list = pages.BeginList(_clusters.Count);
        foreach (var cluster in _clusters)
        {
            var record = pages.BeginRecord();
            pages.Int64(cluster.FirstEntry);
            pages.Int64(cluster.Entries);
            pages.EndRecord(record);
        }
        pages.EndList(list);
        list = pages.BeginList(_clusters.Count);
        foreach (var cluster in _clusters)
        {
            var columns = pages.BeginList(_columns.Count);
            for (var column = 0; column < _columns.Count; column++) EncodePages(cluster, column, pages);
            pages.EndList(columns);
        }
        pages.EndList(list);
        var link = WriteEnvelope(pages, EnvelopeWriter.PageList, out _);
        var first = _clusters[0].FirstEntry;
        _groups.Add((first, _clusters[^1].FirstEntry + _clusters[^1].Entries - first, _clusters.Count, link));
        _clusters.Clear();
    }

    private void EncodePages(WrittenCluster cluster, int column, EnvelopeWriter pages)
    {
        var list = cluster.PagesOf(column);
        var start = pages.BeginList(list.Count);
        foreach (var page in list)
        {
            pages.Int32(-page.Elements);                             // negative: a checksum follows the page
            pages.Locator(page.Stored, page.Position);
        }
        pages.Int64(cluster.FirstElements[column]);
        pages.Int32(Compression.Setting);
        pages.EndList(start);
    }

    private void WriteFooterAndAnchor()
    {
        var footer = new EnvelopeWriter();
        footer.UInt64(0);                                            // feature flags
        footer.UInt64(_headerChecksum);
        var extension = footer.BeginRecord();
        for (var i = 0; i < 4; i++) footer.EndList(footer.BeginList(0));
        footer.EndRecord(extension);
        var list = footer.BeginList(_groups.Count);
        foreach (var (firstEntry, entries, clusters, link) in _groups)
        {
            var record = footer.BeginRecord();
            footer.Int64(firstEntry);
            footer.Int64(entries);
            footer.Int32(clusters);
            footer.Int64(link.Length);
            footer.Locator(link.Stored, link.Position);
            footer.EndRecord(record);
        }
        footer.EndList(list);
        var written = WriteEnvelope(footer, EnvelopeWriter.Footer, out _);

        var anchor = new ObjectWriter();
        var start = anchor.Begin(2);
        anchor.UInt16(1);                                            // format 1.0.0.0
        for (var i = 0; i < 3; i++) anchor.UInt16(0);
        EncodeLink(_header, anchor);
        EncodeLink(written, anchor);
        anchor.Int64(LargestKey);
        anchor.End(start);
        anchor.UInt64(XxHash3.HashToUInt64(anchor.Bytes[6..]));
        var key = new WrittenKey("ROOT::RNTuple", Name, "", 0, 0, 0, 0) { Cycle = _cycle };
        File.WriteOpened(this, _folder, key, anchor, "ROOT::RNTuple");
    }

    private static void EncodeLink(EnvelopeLink link, ObjectWriter anchor)
    {
        anchor.Int64(link.Position);
        anchor.Int64(link.Stored);
        anchor.Int64(link.Length);
    }
}
