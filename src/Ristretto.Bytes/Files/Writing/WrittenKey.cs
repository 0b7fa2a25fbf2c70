using System.Text;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Files.Writing;

/// <summary>TKey with 32-bit positions, as it stands before a record and in the list of keys of its directory.</summary>
/// <param name="ClassName">Class of the object.</param>
/// <param name="Name">fName.</param>
/// <param name="Title">fTitle.</param>
/// <param name="Seek">fSeekKey: position of the record in the file.</param>
/// <param name="Parent">fSeekPdir: position of the directory's record.</param>
/// <param name="ObjectLength">fObjlen: length of the object before compression.</param>
/// <param name="StoredLength">Length of the object in the file.</param>
internal sealed record WrittenKey(string ClassName, string Name, string Title, int Seek, int Parent, int ObjectLength, int StoredLength)
{
    // 1 January 1995, 00:00:00, the first moment that the format can say: files carry no clock.
    public const uint Date = 1 << 22 | 1 << 17;

    private const int FixedLength = 26;

    /// <summary>fKeylen.</summary>
    public int Length => LengthOf(ClassName, Name, Title);

    /// <summary>fNbytes.</summary>
    public int RecordLength => Length + StoredLength;

    /// <summary>Length of a key with these strings.</summary>
    public static int LengthOf(string className, string name, string title) =>
        FixedLength + StringLength(className) + StringLength(name) + StringLength(title);

    /// <summary>Length of a string with its length in front.</summary>
    public static int StringLength(string text) => Encoding.UTF8.GetByteCount(text) is var length && length < 255 ? length + 1 : length + 5;

    /// <summary>Appends the key.</summary>
    public void Encode(ObjectWriter writer)
    {
        writer.Int32(RecordLength);
        writer.Int16(4);
        writer.Int32(ObjectLength);
        writer.UInt32(Date);
        writer.Int16(checked((short)Length));
        writer.Int16(1);                                             // fCycle
        writer.Int32(Seek);
        writer.Int32(Parent);
        writer.String(ClassName);
        writer.String(Name);
        writer.String(Title);
    }
}
