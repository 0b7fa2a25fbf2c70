using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Ristretto.Bytes.Errors;

namespace Ristretto.Bytes.Objects;

/// <summary>Version and end of an object in the bytes of a record.</summary>
/// <param name="ClassName">The ROOT class.</param>
/// <param name="Version">Version of the class; 0 with a checksum behind it for classes without one.</param>
/// <param name="End">Position behind the object; -1 when the object carries no byte count.</param>
internal readonly record struct OpenedObject(string ClassName, short Version, int End);

/// <summary>Takes numbers, strings and objects in ROOT's form, big-endian, from the uncompressed bytes of a record. What does not fit into the
/// record is an error that names the object and the position.</summary>
/// <param name="bytes">The uncompressed payload of the record.</param>
/// <param name="keyLength">fKeylen of the record: references between objects count from the start of the key.</param>
/// <param name="path">The file, for errors.</param>
/// <param name="where">The object in the file, for errors.</param>
internal sealed class ObjectReader(ReadOnlyMemory<byte> bytes, int keyLength, string path, string where)
{
    private const uint ByteCountMask = 0x4000_0000;
    private const uint ClassMask = 0x8000_0000;
    private const uint NewClassTag = 0xFFFF_FFFF;
    private const int DeepestNesting = 100;
    private readonly Dictionary<uint, string> _classes = [];
    private int _position;
    private int _depth;

    /// <summary>Number of bytes of the whole record.</summary>
    public int Length => bytes.Length;

    public byte UInt8() => Next(1)[0];

    public bool Bool() => UInt8() != 0;

    public short Int16() => BinaryPrimitives.ReadInt16BigEndian(Next(2));

    public ushort UInt16() => BinaryPrimitives.ReadUInt16BigEndian(Next(2));

    public int Int32() => BinaryPrimitives.ReadInt32BigEndian(Next(4));

    public uint UInt32() => BinaryPrimitives.ReadUInt32BigEndian(Next(4));

    public double Double() => BinaryPrimitives.ReadDoubleBigEndian(Next(8));

    /// <summary>TString; UTF-8, or Latin-1 where it is none.</summary>
    public string String()
    {
        int length = UInt8();
        if (length == 255) length = Int32();
        var text = Next(length);
        try { return s_strict.GetString(text); }
        catch (DecoderFallbackException) { return Encoding.Latin1.GetString(text); }
    }

    /// <summary>TArrayD.</summary>
    public double[] DoubleArray() => NumberArray('D');

    /// <summary>TArrayC, S, I, L64, F or D, by the last letter of the class, widened to double.</summary>
    public double[] NumberArray(char letter)
    {
        var width = letter switch { 'C' => 1, 'S' => 2, 'I' or 'F' => 4, 'L' or 'D' => 8, _ => throw Error($"no array of type {letter} is known") };
        var count = Int32();
        if (count < 0 || (long)count * width > bytes.Length) throw Error($"an array claims {count} numbers of {width} bytes, {bytes.Length - _position} bytes are left");
        var source = Next(count * width);
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

    /// <summary>Reads the header of an object: byte count and version.</summary>
    public OpenedObject Begin(string className)
    {
        var first = BinaryPrimitives.ReadUInt32BigEndian(Peek(4));
        if ((first & ByteCountMask) == 0) return new OpenedObject(className, Int16(), -1);
        var length = UInt32() & ~ByteCountMask;
        if (length < 2 || length > bytes.Length - _position) throw Error($"{className} claims {length} bytes, {bytes.Length - _position} are left");
        var end = _position + (int)length;
        return new OpenedObject(className, (short)(Int16() & 0x3FFF), end);
    }

    /// <summary>Goes to the end of the object, whatever was read of it; reading beyond it is an error.</summary>
    public void End(OpenedObject header)
    {
        if (header.End < 0) return;
        if (_position > header.End) throw Error($"{header.ClassName} version {header.Version} is {_position - header.End} bytes shorter than its members");
        _position = header.End;
    }

    /// <summary>Passes over an object.</summary>
    public void Skip(string className)
    {
        var header = Begin(className);
        if (header.End < 0) throw Error($"{className} has no byte count and cannot be passed over");
        End(header);
    }

    /// <summary>TObject as a base: returns its fUniqueID.</summary>
    public uint Object()
    {
        var header = Begin("TObject");
        var id = UInt32();
        var isReferenced = (UInt32() & 1 << 4) != 0;
        if (isReferenced) UInt16();
        End(header);
        return id;
    }

    /// <summary>TNamed as a base.</summary>
    public (string Name, string Title) Named()
    {
        var header = Begin("TNamed");
        Object();
        var result = (String(), String());
        End(header);
        return result;
    }

    /// <summary>TList, THashList: calls <paramref name="item"/> with the class of each object that stands in the list.</summary>
    public void List(Action<string, ObjectReader> item)
    {
        var header = Begin("TList");
        if (header.Version == 0) { List(item); End(header); return; }  // THashList with a header of its own
        Object();
        String();
        var count = Int32();
        for (var i = 0; i < count; i++)
        {
            Pointer(item);
            String();
        }
        End(header);
    }

    /// <summary>A pointer: calls <paramref name="read"/> with the class when an object stands here, not for null and references. Whatever the
    /// call reads of the object, the position afterwards is behind it.</summary>
    public void Pointer(Action<string, ObjectReader> read)
    {
        if (++_depth > DeepestNesting) throw Error($"objects are nested more than {DeepestNesting} deep");
        var start = _position;
        var length = UInt32();
        if ((length & ByteCountMask) == 0 || length == NewClassTag)
        {
            // Null or a reference to an object that was read already. Objects without byte count are older than what is supported.
            if (length == NewClassTag || (length & ClassMask) != 0) throw Error("an object stands here without byte count");
            _depth--;
            return;
        }
        var end = (long)_position + (length & ~ByteCountMask);
        if (end > bytes.Length) throw Error($"an object claims {length & ~ByteCountMask} bytes, {bytes.Length - _position} are left");
        var tagAt = (uint)(_position + keyLength + 2);
        var tag = UInt32();
        if (tag == NewClassTag) _classes[tagAt] = ClassName();
        else if ((tag & ClassMask) != 0) tagAt = tag & ~ClassMask;
        else tagAt = 0;
        if (tagAt != 0)
        {
            if (!_classes.TryGetValue(tagAt, out var className)) throw Error($"the class of the object at {start} is not known (tag {tag:x8})");
            read(className, this);
        }
        if (_position > end) throw Error($"the object at {start} is {_position - end} bytes shorter than its members");
        _position = (int)end;
        _depth--;
    }

    /// <summary>An error at the present position.</summary>
    public RootFormatException Error(string reason) => new(path, where, null, $"at byte {_position} of the object: {reason}");

    private static readonly UTF8Encoding s_strict = new(false, throwOnInvalidBytes: true);

    private string ClassName()
    {
        var length = bytes.Span[_position..].IndexOf((byte)0);
        if (length < 0) throw Error("a class name does not end");
        var name = Encoding.Latin1.GetString(Next(length));
        UInt8();
        return name;
    }

    private ReadOnlySpan<byte> Peek(int count) =>
        count <= bytes.Length - _position ? bytes.Span.Slice(_position, count) : throw Error($"{count} bytes are needed, {bytes.Length - _position} are left");

    private ReadOnlySpan<byte> Next(int count)
    {
        if (count < 0) throw Error("a length is negative");
        var span = Peek(count);
        _position += count;
        return span;
    }
}
