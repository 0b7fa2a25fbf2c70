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

    /// <summary>Decodes a TList of TStreamerInfo that is streamed with its class before it, as in RNTuples.</summary>
    /// <exception cref="Errors.RootFormatException">The record is damaged.</exception>
    public static IReadOnlyList<StreamerInfoRecord> DecodeObject(ReadOnlySpan<byte> payload, RecordOrigin origin)
    {
        var decoder = new StreamerInfoDecoder(payload, 0, origin);
        var pointer = decoder._classes.Read(ref decoder._reader);
        if (pointer.ClassName != "TList") decoder._reader.Fail($"a {pointer.ClassName ?? "null pointer"} where a TList of TStreamerInfo is expected");
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
                elements.Add(ReadElement(pointer.ClassName!));
                Leave(pointer);
            }
        }
        return new StreamerInfoRecord(name, version, checksum, elements);
    }

    private StreamerElementRecord ReadElement(string elementClass)
    {
        ObjectHeader.Read(ref _reader);                           // TStreamerBase, TStreamerBasicType, …
        // TStreamerSTLstring has TStreamerSTL between itself and the base of all.
        if (elementClass is "TStreamerSTLstring") ObjectHeader.Read(ref _reader);
        var header = ObjectHeader.Read(ref _reader);              // their base TStreamerElement
        var (name, title) = ReadNamed();
        var type = _reader.ReadInt32();
        _reader.Skip(4);                                          // fSize
        var length = _reader.ReadInt32();
        var dimensions = _reader.ReadInt32();
        var sizes = header.Version == 1 ? ReadSizes(_reader.ReadInt32()) : ReadSizes(5);
        var typeName = _reader.ReadString();
        header.Leave(ref _reader, "TStreamerElement");
        // Old files say char where the type is bool.
        if (typeName is "Bool_t" or "bool" && type % 20 == 11) type += 7;
        var element = new StreamerElementRecord(name, title, type, typeName) { ElementClass = elementClass, Dimensions = Shape(length, dimensions, sizes) };
        if (elementClass is "TStreamerBase") return element with { Dimensions = [], BaseVersion = _reader.Remaining >= 4 ? _reader.ReadInt32() : 0 };
        if (elementClass is not ("TStreamerBasicPointer" or "TStreamerLoop")) return element;
        _reader.Skip(4);                                          // fCountVersion
        return element with { CounterName = _reader.ReadString() };
    }

    private int[] ReadSizes(int count)
    {
        if (count is < 0 or > 64) _reader.Fail($"fMaxIndex has {count} elements");
        var sizes = new int[count];
        for (var i = 0; i < count; i++) sizes[i] = _reader.ReadInt32();
        return sizes;
    }

    /// <summary>The dimensions of an array as they are stored, or its length where they make no sense.</summary>
    internal static int[] Shape(int length, int dimensions, int[] sizes)
    {
        if (length <= 0) return [];
        var shape = sizes.AsSpan(0, Math.Clamp(dimensions, 0, sizes.Length)).ToArray();
        var product = 1L;
        foreach (var size in shape) product = size > 0 && product is > 0 and <= int.MaxValue ? product * size : -1;
        return shape.Length > 0 && product == length ? shape : [length];
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
