using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Objects;

/// <summary>The small classes that ROOT's objects are made of.</summary>
internal static class Streamed
{
    private const uint ReferencedBit = 1 << 4;

    /// <summary>TObject as a base: returns its fUniqueID.</summary>
    public static uint ReadObject(ref BigEndianReader reader)
    {
        var header = ObjectHeader.Read(ref reader);
        var id = reader.ReadUInt32();
        if ((reader.ReadUInt32() & ReferencedBit) != 0) reader.Skip(2);
        header.Leave(ref reader, "TObject");
        return id;
    }

    /// <summary>TObject as a base: returns its fBits.</summary>
    public static uint ReadObjectBits(ref BigEndianReader reader)
    {
        var header = ObjectHeader.Read(ref reader);
        reader.Skip(4);
        var bits = reader.ReadUInt32();
        if ((bits & ReferencedBit) != 0) reader.Skip(2);
        header.Leave(ref reader, "TObject");
        return bits;
    }

    /// <summary>TNamed as a base: fName and fTitle.</summary>
    public static (string Name, string Title) ReadNamed(ref BigEndianReader reader)
    {
        var header = ObjectHeader.Read(ref reader);
        ReadObject(ref reader);
        var (name, title) = (reader.ReadString(), reader.ReadString());
        header.Leave(ref reader, "TNamed");
        return (name, title);
    }

    /// <summary>The header of a TList and its number of objects, each of which is a pointer and a string.</summary>
    public static (ObjectHeader Header, int Count) ReadListStart(ref BigEndianReader reader)
    {
        var header = ObjectHeader.Read(ref reader);
        ReadObject(ref reader);
        reader.ReadStringBytes();
        return (header, reader.ReadInt32());
    }

    /// <summary>Passes the object that a pointer announced.</summary>
    public static void Leave(ref BigEndianReader reader, ObjectPointer pointer)
    {
        if (!pointer.IsObject) return;
        if (pointer.End < 0) reader.Fail($"a {pointer.ClassName} stands here without a byte count");
        if (reader.Position > pointer.End) reader.Fail($"a {pointer.ClassName} is longer than its byte count says");
        reader.Seek(pointer.End);
    }

    /// <summary>TArrayD: number of values, then the values.</summary>
    public static double[] ReadDoubles(ref BigEndianReader reader) => ReadNumbers(ref reader, 'D');

    /// <summary>TArrayC, S, I, L, F or D, by the last letter of the class, widened to double.</summary>
    public static double[] ReadNumbers(ref BigEndianReader reader, char letter)
    {
        var width = letter switch { 'C' => 1, 'S' => 2, 'I' or 'F' => 4, _ => 8 };
        var count = reader.ReadInt32();
        if (count < 0 || count > reader.Remaining / width) reader.Fail($"an array claims {count} numbers of {width} bytes, {reader.Remaining} bytes are left");
        var source = reader.ReadBytes(count * width);
        var values = new double[count];
        if (letter == 'D')
        {
            var target = MemoryMarshal.Cast<double, ulong>(values.AsSpan());
            MemoryMarshal.Cast<byte, ulong>(source).CopyTo(target);
            if (BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(target, target);
            return values;
        }
        for (var i = 0; i < count; i++)
        {
            var item = source.Slice(i * width, width);
            values[i] = letter switch
            {
                'C' => unchecked((sbyte)item[0]),
                'S' => BinaryPrimitives.ReadInt16BigEndian(item),
                'I' => BinaryPrimitives.ReadInt32BigEndian(item),
                'L' => BinaryPrimitives.ReadInt64BigEndian(item),
                _ => BinaryPrimitives.ReadSingleBigEndian(item),
            };
        }
        return values;
    }
}
