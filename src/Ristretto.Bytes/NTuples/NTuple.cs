using System.Diagnostics.CodeAnalysis;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects.Classes;

namespace Ristretto.Bytes.NTuples;

/// <summary>The description of an RNTuple: its fields, columns and clusters. Immutable, safe for several threads; holds no values.</summary>
public sealed class NTuple
{
    private readonly HeaderRecord _header;
    private readonly FooterRecord _footer;
    private readonly Dictionary<string, NTupleColumn> _byName;
    private readonly Lazy<ClassCatalogue> _classes;
    private readonly Lazy<ClusterTable> _clusters;
    private readonly Lazy<IReadOnlyList<long>> _boundaries;
    private readonly Lazy<(long Stored, long Decompressed)> _sizes;

    private NTuple(RootFile file, string path, KeyRecord key, AnchorRecord anchor, HeaderRecord header, FooterRecord footer, RecordOrigin origin)
    {
        (File, Path, Key, Anchor, _header, _footer) = (file, path, key, anchor, header, footer);
        _classes = new Lazy<ClassCatalogue>(ReadClasses);
        Fields = FieldTree.Build(header.Schema, origin);
        var catalogue = new ColumnCatalogue(this, Fields);
        (Columns, Unread, Empty) = (catalogue.Columns, catalogue.Unread, catalogue.Empty);
        _byName = new Dictionary<string, NTupleColumn>(Columns.Count, StringComparer.Ordinal);
        foreach (var column in Columns) _byName.Add(column.Name, column);
        Entries = footer.ClusterGroups.Sum(group => group.Entries);
        _clusters = new Lazy<ClusterTable>(ReadPageLists);
        _boundaries = new Lazy<IReadOnlyList<long>>(() => Clusters.Boundaries());
        _sizes = new Lazy<(long, long)>(AddSizes);
    }

    /// <summary>The file it is in.</summary>
    public RootFile File { get; }

    /// <summary>Name, with the directories before it.</summary>
    public string Path { get; }

    /// <summary>The key under which it is stored.</summary>
    public KeyRecord Key { get; }

    /// <summary>What the anchor says.</summary>
    public AnchorRecord Anchor { get; }

    /// <summary>Text for people that the writer gave.</summary>
    public string Description => _header.Description;

    /// <summary>The program that wrote it.</summary>
    public string Writer => _header.Writer;

    /// <summary>Fields, columns and type information as stored.</summary>
    public SchemaRecord Schema => _header.Schema;

    /// <summary>The top-level fields in stored order, those that cannot be read included.</summary>
    public IReadOnlyList<NTupleField> Fields { get; }

    /// <summary>The columns with values that can be read, in stored order, projected ones included.</summary>
    public IReadOnlyList<NTupleColumn> Columns { get; }

    /// <summary>The fields that cannot be read, with the reason.</summary>
    public IReadOnlyList<UnreadField> Unread { get; }

    /// <summary>Names of the records without a single part.</summary>
    public IReadOnlyList<string> Empty { get; }

    /// <summary>The cluster groups.</summary>
    public IReadOnlyList<ClusterGroupRecord> ClusterGroups => _footer.ClusterGroups;

    /// <summary>Linked attribute sets, which are not read.</summary>
    public IReadOnlyList<AttributeSetRecord> AttributeSets => _footer.AttributeSets;

    /// <summary>Number of entries: events in NanoAOD's Events.</summary>
    public long Entries { get; }

    /// <summary>Bytes of all pages in the file, checksums included.</summary>
    /// <exception cref="RootFormatException">A page list is damaged.</exception>
    public long CompressedBytes => _sizes.Value.Stored;

    /// <summary>Bytes of all pages decompressed.</summary>
    /// <exception cref="RootFormatException">A page list is damaged.</exception>
    public long UncompressedBytes => _sizes.Value.Decompressed;

    /// <summary>Compression setting of the first cluster, algorithm × 100 + level; each page says itself how it is compressed. -1 when nothing is stored.</summary>
    /// <exception cref="RootFormatException">A page list is damaged.</exception>
    public int Compression => Clusters.All is [var first, ..] ? first.Compression : -1;

    /// <summary>First entry of each cluster and, as the last element, the number of entries.</summary>
    /// <exception cref="RootFormatException">A page list is damaged.</exception>
    public IReadOnlyList<long> ClusterBoundaries => _boundaries.Value;

    /// <summary>The clusters, whose page lists are read when first asked for: one request per cluster group.</summary>
    internal ClusterTable Clusters => _clusters.Value;

    /// <summary>The classes of fields that are stored as ROOT streams objects: as the RNTuple describes them, or the file where it does not.</summary>
    /// <exception cref="RootFormatException">Their description is damaged.</exception>
    internal ClassCatalogue Classes => _classes.Value;

    /// <summary>Finds a column by its name.</summary>
    public bool TryGetColumn(string name, [NotNullWhen(true)] out NTupleColumn? column) => _byName.TryGetValue(name, out column);

    /// <summary>The column of that name.</summary>
    /// <exception cref="SchemaException">There is none, or it cannot be read; names the nearest.</exception>
    public NTupleColumn GetColumn(string name)
    {
        if (_byName.TryGetValue(name, out var column)) return column;
        if (Unread.FirstOrDefault(field => field.Name == name) is { } unread)
            throw new SchemaException(File.Path, $"{Path}/{name} cannot be read: {unread.Reason}");
        throw new SchemaException(File.Path, $"{Path} has no column {name}{NearestNames.Hint(name, _byName.Keys)}");
    }

    /// <summary>The header as stored, decompressed; and the footer.</summary>
    internal (Envelope Header, Envelope Footer) ReadEnvelopes()
    {
        using var context = new DecodeContext();
        return (Envelope.Read(File, $"{Path}, header", Envelope.HeaderType, Anchor.Header, Anchor.LargestKey, context),
            Envelope.Read(File, $"{Path}, footer", Envelope.FooterType, Anchor.Footer, Anchor.LargestKey, context));
    }

    /// <summary>The clusters of one group.</summary>
    /// <exception cref="RootFormatException">Its page list is damaged.</exception>
    internal ClusterRecord[] ReadPageList(int index, DecodeContext context)
    {
        var group = _footer.ClusterGroups[index];
        var envelope = Envelope.Read(File, $"{Path}, page list {index}", Envelope.PageListType, group.PageList, Anchor.LargestKey, context);
        return PageListRecord.Decode(envelope, group, _header.Checksum);
    }

    internal static NTuple Read(RootFile file, string path, KeyRecord key)
    {
        using var context = new DecodeContext();
        var anchor = AnchorRecord.Decode(file.ReadPayload(key, context), file.Origin($"{path}, anchor", key));
        var envelope = Envelope.Read(file, $"{path}, header", Envelope.HeaderType, anchor.Header, anchor.LargestKey, context);
        var header = HeaderRecord.Decode(envelope);
        var footer = FooterRecord.Decode(Envelope.Read(file, $"{path}, footer", Envelope.FooterType, anchor.Footer, anchor.LargestKey, context), header);
        return new NTuple(file, path, key, anchor, header, footer, envelope.Origin);
    }

    private ClusterTable ReadPageLists()
    {
        using var context = new DecodeContext();
        var clusters = new List<ClusterRecord>();
        for (var i = 0; i < _footer.ClusterGroups.Count; i++) clusters.AddRange(ReadPageList(i, context));
        return new ClusterTable([.. clusters]);
    }

    private ClassCatalogue ReadClasses()
    {
        var stored = new List<StreamerInfoRecord>();
        foreach (var info in Schema.ExtraTypeInfos)
        {
            if (info.ContentId != ExtraTypeInfoRecord.StreamerInfos) continue;
            var origin = new RecordOrigin(File.Path, $"{Path}, description of classes", Anchor.Footer.Locator.Offset, isDecompressed: true);
            stored.AddRange(StreamerInfoDecoder.DecodeObject(info.Content.Span, origin));
        }
        return stored.Count == 0 ? File.Classes : new ClassCatalogue(stored);
    }

    private (long Stored, long Decompressed) AddSizes()
    {
        var (stored, decompressed) = (0L, 0L);
        foreach (var cluster in Clusters.All)
            foreach (var column in Schema.Columns)
                foreach (var page in cluster.Pages(column.Id))
                {
                    stored += page.FetchedBytes;
                    decompressed += ((long)page.Elements * column.Bits + 7) / 8;
                }
        return (stored, decompressed);
    }
}
