using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Files;

/// <summary>Decodes the list of streamer infos of a file.</summary>
internal ref struct StreamerInfoDecoder
{
    private BigEndianReader _reader;
    private readonly ClassTags _classes;

    private StreamerInfoDecoder(ReadOnlySpan<byte> payload, int keyBytes, RecordOrigin origin)
    {
        _reader = new BigEndianReader(payload, origin);
        _classes = new ClassTags(keyBytes);
    }

    /// <summary>Decodes a TList of TStreamerInfo; other objects in it, such as rules, are passed.</summary>
    /// <exception cref="Errors.RootFormatException">The record is damaged.</exception>
    public static IReadOnlyList<StreamerInfoRecord> Decode(ReadOnlySpan<byte> payload, int keyBytes, RecordOrigin origin)
    {
        var decoder = new StreamerInfoDecoder(payload, keyBytes, origin);
        return decoder.ReadList();
    }

    private List<StreamerInfoRecord> ReadList()
    {
        ObjectHeader.Read(ref _reader);
        SkipObjectBase();
        _reader.ReadStringBytes();
        var count = ReadCount();
        var infos = new List<StreamerInfoRecord>(count);
        for (var i = 0; i < count; i++)
        {
            var pointer = _classes.Read(ref _reader);
            if (pointer.ClassName == "TStreamerInfo") infos.Add(ReadInfo());
            if (pointer.IsObject) Leave(pointer);
            _reader.ReadStringBytes();                            // the option that a TList keeps with each object
        }
        return infos;
    }

    private StreamerInfoRecord ReadInfo()
    {
        ObjectHeader.Read(ref _reader);
        var (name, _) = ReadNamed();
        var checksum = _reader.ReadUInt32();
        var version = _reader.ReadInt32();
        var elements = new List<StreamerElementRecord>();
        if (_classes.Read(ref _reader).IsObject)
        {
            ObjectHeader.Read(ref _reader);
            SkipObjectBase();
            _reader.ReadStringBytes();
            var count = ReadCount();
            _reader.Skip(4);                                      // fLowerBound
            for (var i = 0; i < count; i++)
            {
                var pointer = _classes.Read(ref _reader);
                if (!pointer.IsObject) continue;
                elements.Add(ReadElement());
                Leave(pointer);
            }
        }
        return new StreamerInfoRecord(name, version, checksum, elements);
    }

    private StreamerElementRecord ReadElement()
    {
        ObjectHeader.Read(ref _reader);                           // TStreamerBase, TStreamerBasicType, …
        var header = ObjectHeader.Read(ref _reader);              // their base TStreamerElement
        if (header.Version < 2) _reader.Fail($"TStreamerElement of class version {header.Version} is not supported (2 and newer are)");
        var (name, title) = ReadNamed();
        var type = _reader.ReadInt32();
        _reader.Skip(3 * 4 + 5 * 4);                              // fSize, fArrayLength, fArrayDim, fMaxIndex
        return new StreamerElementRecord(name, title, type, _reader.ReadString());
    }

    private (string Name, string Title) ReadNamed()
    {
        var header = ObjectHeader.Read(ref _reader);
        SkipObjectBase();
        var named = (_reader.ReadString(), _reader.ReadString());
        header.Leave(ref _reader, "TNamed");
        return named;
    }

    private void SkipObjectBase()
    {
        const uint isReferenced = 1 << 4;
        _reader.Skip(2 + 4);
        if ((_reader.ReadUInt32() & isReferenced) != 0) _reader.Skip(2);
    }

    private int ReadCount()
    {
        var count = _reader.ReadInt32();
        if (count < 0 || count > _reader.Remaining / 4) _reader.Fail($"a list of {count} objects does not fit into {_reader.Remaining} bytes");
        return count;
    }

    private void Leave(ObjectPointer pointer)
    {
        if (pointer.End < 0) _reader.Fail($"an object of class {pointer.ClassName} has no byte count");
        _reader.Seek(pointer.End);
    }
}
