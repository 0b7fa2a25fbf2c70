using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Files.Writing;

/// <summary>The TList of TStreamerInfo by which a file describes its classes.</summary>
internal static class StreamerInfoEncoder
{
    // The one container in these classes is a vector of strings.
    private const int Vector = 1, ObjectElement = 61;
    private const uint InfoBits = 0x0301_0000;

    /// <summary>Appends the list.</summary>
    public static void Encode(IReadOnlyList<StreamerClass> classes, ObjectWriter writer)
    {
        var list = writer.Begin(5);
        writer.Object();
        writer.String("");
        writer.Int32(classes.Count);
        EncodeAll(classes, writer);
        writer.End(list);
    }

    /// <summary>Appends a list that a file has, with further classes at its end.</summary>
    /// <exception cref="Errors.RootFormatException">It is no such list.</exception>
    public static void Append(ReadOnlySpan<byte> infos, IReadOnlyList<StreamerClass> classes, ObjectWriter writer, RecordOrigin origin)
    {
        var reader = new BigEndianReader(infos, origin);
        var header = ObjectHeader.Read(ref reader);
        if (header.End < 0) reader.Fail("the list of streamer infos has no byte count");
        Streamed.ReadObject(ref reader);
        reader.ReadStringBytes();
        var countAt = reader.Position;
        var count = reader.ReadInt32();
        writer.Append(infos[..countAt]);
        writer.Int32(count + classes.Count);
        writer.Append(infos[reader.Position..header.End]);
        EncodeAll(classes, writer);
        writer.End(header.Start);
        writer.Append(infos[header.End..]);
    }

    /// <summary>Appends descriptions without the head of a list.</summary>
    public static void EncodeAll(IReadOnlyList<StreamerClass> classes, ObjectWriter writer)
    {
        foreach (var described in classes)
        {
            var pointer = writer.BeginPointer("TStreamerInfo");
            EncodeInfo(described, writer);
            writer.End(pointer);
            writer.UInt8(0);                                         // draw option of the link
        }
    }

    private static void EncodeInfo(StreamerClass described, ObjectWriter writer)
    {
        var start = writer.Begin(9);
        writer.Named(described.Name, "", InfoBits);
        writer.UInt32(described.Checksum);
        writer.Int32(described.Version);
        var pointer = writer.BeginPointer("TObjArray");
        var array = writer.Begin(3);
        writer.Object();
        writer.String("");
        writer.Int32(described.Members.Count);
        writer.Int32(0);                                             // fLowerBound
        foreach (var member in described.Members) EncodeMember(described, member, writer);
        writer.End(array);
        writer.End(pointer);
        writer.End(start);
    }

    private static void EncodeMember(StreamerClass described, StreamerMember member, ObjectWriter writer)
    {
        var kind = KindOf(member);
        var pointer = writer.BeginPointer(kind);
        var start = writer.Begin(kind is "TStreamerBase" or "TStreamerSTL" ? (short)3 : (short)2);
        EncodeElement(member, writer);
        if (member.IsBase) writer.Int32(StreamerClasses.Get(member.Name).Version);
        else if (member.Counter.Length > 0)
        {
            // The counter is a member of the class itself or of one that it derives from.
            var counted = StreamerClasses.WhereDeclared(described, member.Counter);
            writer.Int32(counted.Version);
            writer.String(member.Counter);
            writer.String(counted.Name);
        }
        else if (kind == "TStreamerSTL")
        {
            writer.Int32(Vector);                                    // fSTLtype
            writer.Int32(ObjectElement);                             // fCtype
        }
        writer.End(start);
        writer.End(pointer);
    }

    private static void EncodeElement(StreamerMember member, ObjectWriter writer)
    {
        var start = writer.Begin(4);
        // The title of a counted array is part of the format, and so is the arrow of a pointer that is never null; others are free text.
        var title = member.Counter.Length > 0 ? $"[{member.Counter}]" : member.Code == 63 ? "->" : "";
        writer.Named(member.Name, title);
        writer.Int32(member.Code);
        writer.Int32(member.Size);
        writer.Int32(0);                                             // fArrayLength
        writer.Int32(0);                                             // fArrayDim
        // A base class notes its checksum in the second of the five sizes.
        var checksum = member.IsBase ? StreamerClasses.Get(member.Name).Checksum : 0;
        for (var i = 0; i < 5; i++) writer.UInt32(i == 1 ? checksum : 0);
        writer.String(member.TypeName);
        writer.End(start);
    }

    private static string KindOf(StreamerMember member) => member switch
    {
        { IsBase: true } => "TStreamerBase",
        { Counter.Length: > 0 } => "TStreamerBasicPointer",
        { Code: 61 } => "TStreamerObject",
        { Code: 62 } => "TStreamerObjectAny",
        { Code: 63 or 64 } => "TStreamerObjectPointer",
        { Code: 500 } => "TStreamerSTL",
        { Code: 65 } => "TStreamerString",
        _ => "TStreamerBasicType",
    };
}
