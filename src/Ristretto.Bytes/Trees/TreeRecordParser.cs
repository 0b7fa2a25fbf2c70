using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Trees;

/// <summary>Reads a tree's record in one pass from the first byte to the last branch. What it does not need it passes by byte count.</summary>
internal ref partial struct TreeRecordParser
{
    private const int LargestDepth = 64;

    private BigEndianReader _reader;
    private readonly ClassTags _classes;
    private readonly TreeRecord _tree = new();
    private readonly TreeLayout? _layout;
    private int _depth;

    private TreeRecordParser(ReadOnlySpan<byte> payload, int keyBytes, RecordOrigin origin, TreeLayout? layout)
    {
        _reader = new BigEndianReader(payload, origin);
        _layout = layout;
        _classes = new ClassTags(keyBytes) { Marks = layout?.Marks };
    }

    /// <summary>Parses a decompressed record of class <paramref name="className"/>.</summary>
    /// <exception cref="Errors.RootFormatException">The record is damaged, or of a class version that is not known.</exception>
    public static TreeRecord Parse(string className, ReadOnlySpan<byte> payload, int keyBytes, RecordOrigin origin, TreeLayout? layout = null)
    {
        var parser = new TreeRecordParser(payload, keyBytes, origin, layout);
        if (className != "TTree")                                            // TNtuple and TNtupleD: TTree is the base class
        {
            var outer = ObjectHeader.Read(ref parser._reader);
            layout?.Add(outer);
        }
        parser.ReadTree();
        return parser._tree;
    }

    private void ReadTree()
    {
        var header = ObjectHeader.Read(ref _reader);
        var version = header.Version;
        _layout?.Add(header);
        if (version is < 16 and not 5) _reader.Fail($"TTree of class version {version} is not supported (5, 16 and newer are)");
        ReadNamed(out _, out var titleAt);
        _tree.Title = TextAt(titleAt);
        ObjectHeader.SkipObject(ref _reader, "TAttLine");
        ObjectHeader.SkipObject(ref _reader, "TAttFill");
        ObjectHeader.SkipObject(ref _reader, "TAttMarker");
        if (version == 5) ReadTreeFields5();
        else ReadTreeFields(version);
        if (_tree.Entries < 0) _reader.Fail($"fEntries of the tree is {_tree.Entries}");
        ReadBranches("");
        (_tree.TailAt, _tree.EndAt, _tree.Version, _tree.Tags) = (_reader.Position, header.End < 0 ? _reader.Length : header.End, version, _classes);
    }

    private void ReadTreeFields(int version)
    {
        if (_layout is not null) _layout.EntriesAt = _reader.Position;
        _tree.Entries = _reader.ReadInt64();
        _tree.TotalBytes = _reader.ReadInt64();
        _tree.StoredBytes = _reader.ReadInt64();
        _reader.Skip(8);                                          // fSavedBytes
        if (version >= 18) _reader.Skip(8);                       // fFlushedBytes
        _tree.Weight = _reader.ReadDouble();
        _reader.Skip(3 * 4);                                      // fTimerInterval, fScanField, fUpdate
        if (version >= 17) _reader.Skip(4);                       // fDefaultEntryOffsetLen
        if (_layout is not null) _layout.RangesAt = _reader.Position;
        var ranges = version >= 19 ? _reader.ReadInt32() : 0;
        _reader.Skip(4 * 8);                                      // fMaxEntries, fMaxEntryLoop, fMaxVirtualSize, fAutoSave
        if (_layout is not null) _layout.AutoFlushAt = _reader.Position;
        if (version >= 18) _tree.AutoFlush = _reader.ReadInt64();
        _reader.Skip(8);                                          // fEstimate
        if (version >= 19)
        {
            if (_layout is not null) _layout.ClustersAt = _reader.Position;
            _tree.ClusterRangeEnds = ReadCountedInt64(ranges);
            _tree.ClusterSizes = ReadCountedInt64(ranges);
            if (_layout is not null) _layout.ClustersEnd = _reader.Position;
        }
        if (version >= 20) ObjectHeader.SkipObject(ref _reader, "TIOFeatures");
    }

    private void ReadTreeFields5()
    {
        _tree.Entries = ToCount(_reader.ReadDouble());
        _tree.TotalBytes = ToCount(_reader.ReadDouble());
        _tree.StoredBytes = ToCount(_reader.ReadDouble());
        _reader.Skip(8 + 7 * 4);                                  // fSavedBytes, and from fTimerInterval to fEstimate
    }

    private long[] ReadCountedInt64(int count)
    {
        _reader.Skip(1);                                          // set when the array is there; count is 0 otherwise
        if (count < 0 || count > _reader.Remaining / 8) _reader.Fail($"fNClusterRange is {count}");
        var values = new long[count];
        for (var i = 0; i < count; i++) values[i] = _reader.ReadInt64();
        return values;
    }

    /// <summary>TObject and the two strings of a TNamed; the title is passed, its position kept.</summary>
    /// <summary>TNamed.</summary>
    /// <param name="name">fName.</param>
    /// <param name="titleAt">Where fTitle stands.</param>
    /// <param name="known">A string that the name is likely to equal and that is then used again.</param>
    private void ReadNamed(out string name, out int titleAt, string known = "")
    {
        var header = ObjectHeader.Read(ref _reader);
        ReadObjectBase();
        name = _reader.ReadString(known);
        titleAt = _reader.Position;
        _reader.ReadStringBytes();
        header.Leave(ref _reader, "TNamed");
    }

    private void ReadObjectBase()
    {
        const uint isReferenced = 1 << 4;
        _reader.Skip(2 + 4);
        if ((_reader.ReadUInt32() & isReferenced) != 0) _reader.Skip(2);
    }

    /// <summary>The head of a TObjArray; returns its header and the number of elements.</summary>
    private ObjectHeader ReadArrayHead(out int count)
    {
        var header = ObjectHeader.Read(ref _reader);
        _layout?.Add(header);
        ReadObjectBase();
        _reader.ReadStringBytes();
        count = _reader.ReadInt32();
        _reader.Skip(4);                                          // fLowerBound
        if (count < 0 || count > _reader.Remaining / 4) _reader.Fail($"a TObjArray of {count} elements does not fit into {_reader.Remaining} bytes");
        return header;
    }

    private readonly string TextAt(int position)
    {
        var reader = _reader;
        reader.Seek(position);
        return reader.ReadString();
    }

    private readonly long ToCount(double value)
    {
        if (!(value >= 0 && value < 1e15)) _reader.Fail($"a count is {value}");
        return (long)value;
    }
}
