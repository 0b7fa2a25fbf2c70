using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Files.Writing;

/// <summary>The streamer infos of files whose objects are copied as they are: each class and version once, with all that its file says.</summary>
internal sealed class CopiedInfos
{
    private readonly HashSet<(string Name, int Version, uint Checksum)> _known = [];
    private readonly ObjectWriter _items = new();

    /// <summary>Number of descriptions.</summary>
    public int Count => _known.Count;

    /// <summary>Takes what is new in a file.</summary>
    /// <exception cref="Errors.RootFormatException">The list of layouts is damaged.</exception>
    public void Add(RootFile file)
    {
        if (file.ReadInfoPayload() is not { } list) return;
        var reader = new BigEndianReader(list.Payload, file.Origin("StreamerInfo", list.Key));
        var tags = new ClassTags(list.Key.KeyBytes);
        var (_, count) = Streamed.ReadListStart(ref reader);
        for (var i = 0; i < count; i++)
        {
            var pointer = tags.Read(ref reader);
            if (pointer.ClassName == "TStreamerInfo") Take(ref reader, tags, list.Payload);
            Streamed.Leave(ref reader, pointer);
            reader.ReadStringBytes();
        }
    }

    /// <summary>Appends the list, with what is written by this program and not among them.</summary>
    public void Encode(IReadOnlyList<StreamerClass> written, ObjectWriter writer)
    {
        var more = written.Where(described => !_known.Any(known => known.Name == described.Name && known.Version == described.Version)).ToList();
        var start = writer.Begin(5);
        writer.Object();
        writer.String("");
        writer.Int32(Count + more.Count);
        writer.Append(_items.Bytes);
        StreamerInfoEncoder.EncodeAll(more, writer);
        writer.End(start);
    }

    // Class names are spelled out anew, since they may be references into the other list; all between them is copied.
    private void Take(ref BigEndianReader reader, ClassTags tags, ReadOnlySpan<byte> payload)
    {
        var info = Enter(ref reader, "TStreamerInfo");
        var bodyAt = reader.Position;
        var (name, _) = Streamed.ReadNamed(ref reader);
        var (checksum, version) = (reader.ReadUInt32(), reader.ReadInt32());
        var body = payload[bodyAt..reader.Position];
        var isNew = _known.Add((name, version, checksum));
        var array = tags.Read(ref reader);
        if (array.ClassName != "TObjArray") reader.Fail($"the description of {name} has no list of members");
        var header = Enter(ref reader, "TObjArray");
        var headAt = reader.Position;
        Streamed.ReadObject(ref reader);
        reader.ReadStringBytes();
        var count = reader.ReadInt32();
        reader.Skip(4);                                              // fLowerBound
        var head = payload[headAt..reader.Position];
        var (item, start, list, inner) = (0, 0, 0, 0);
        if (isNew)
        {
            item = _items.BeginPointer("TStreamerInfo");
            start = _items.Begin((short)info.Version);
            _items.Append(body);
            list = _items.BeginPointer("TObjArray");
            inner = _items.Begin((short)header.Version);
            _items.Append(head);
        }
        for (var i = 0; i < count; i++)
        {
            var element = tags.Read(ref reader);
            if (!element.IsObject) reader.Fail($"the description of {name} has a member without a description");
            if (element.End < reader.Position) reader.Fail($"a member of {name} has no byte count, or one that is too small");
            if (isNew)
            {
                var pointer = _items.BeginPointer(element.ClassName!);
                _items.Append(payload[reader.Position..element.End]);
                _items.End(pointer);
            }
            reader.Seek(element.End);
        }
        if (!isNew) return;
        _items.End(inner);
        _items.End(list);
        _items.End(start);
        _items.End(item);
        _items.UInt8(0);                                             // draw option of the link
    }

    // Versions are written as they were read, in 14 bits.
    private static ObjectHeader Enter(ref BigEndianReader reader, string what)
    {
        var header = ObjectHeader.Read(ref reader);
        if (header.Version is < 1 or > 0x3FFF) reader.Fail($"a {what} of class version {header.Version}");
        return header;
    }
}
