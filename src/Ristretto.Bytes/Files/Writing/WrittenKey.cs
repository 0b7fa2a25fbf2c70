using System.Text;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Files.Writing;

/// <summary>TKey as it stands before a record and in the list of keys of its directory.</summary>
/// <param name="ClassName">Class of the object.</param>
/// <param name="Name">fName.</param>
/// <param name="Title">fTitle.</param>
/// <param name="Seek">fSeekKey: position of the record in the file.</param>
/// <param name="Parent">fSeekPdir: position of the directory's record.</param>
/// <param name="ObjectLength">fObjlen: length of the object before compression.</param>
/// <param name="StoredLength">Length of the object in the file.</param>
internal sealed record WrittenKey(string ClassName, string Name, string Title, long Seek, long Parent, int ObjectLength, int StoredLength)
{
    /// <summary>1 January 1995, 00:00:00, the first moment that the format can say: files carry no clock.</summary>
    public const uint FirstDate = 1 << 22 | 1 << 17;

    private const int FixedLength = 26;
    private const int BigLength = 34;
    private const short BigVersion = 1000;

    /// <summary>fCycle.</summary>
    public short Cycle { get; init; } = 1;

    /// <summary>fDatime.</summary>
    public uint Date { get; init; } = FirstDate;

    /// <summary>fVersion, above 1000 with positions of 64 bits.</summary>
    public short Version { get; init; } = 4;

    /// <summary>What the class adds to its key, for a basket its numbers.</summary>
    public int ExtraLength { get; init; }

    /// <summary>fKeylen.</summary>
    public int Length => LengthOf(ClassName, Name, Title, Version > BigVersion) + ExtraLength;

    /// <summary>fNbytes of a record that was there before, where only that is known.</summary>
    public int? KnownRecordLength { get; init; }

    /// <summary>fNbytes.</summary>
    public int RecordLength => KnownRecordLength ?? Length + StoredLength;

    /// <summary>The version of a key with positions of 32 or 64 bits.</summary>
    public static short VersionOf(bool isBig) => isBig ? (short)(BigVersion + 4) : (short)4;

    /// <summary>Length of a key with these strings.</summary>
    public static int LengthOf(string className, string name, string title, bool isBig = false) =>
        (isBig ? BigLength : FixedLength) + StringLength(className) + StringLength(name) + StringLength(title);

    /// <summary>Length of a string with its length in front.</summary>
    public static int StringLength(string text) => Encoding.UTF8.GetByteCount(text) is var length && length < 255 ? length + 1 : length + 5;

    /// <summary>fDatime of a moment.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year does not fit into six bits.</exception>
    public static uint ToStored(DateTime date)
    {
        if (date.Year is < 1995 or > 2058) throw new ArgumentOutOfRangeException(nameof(date), date, "a ROOT file can note the years 1995 to 2058");
        return (uint)((date.Year - 1995) << 26 | date.Month << 22 | date.Day << 17 | date.Hour << 12 | date.Minute << 6 | date.Second);
    }

    /// <summary>Appends the key, without what the class adds.</summary>
    public void Encode(ObjectWriter writer)
    {
        writer.Int32(RecordLength);
        writer.Int16(Version);
        writer.Int32(ObjectLength);
        writer.UInt32(Date);
        writer.Int16(checked((short)Length));
        writer.Int16(Cycle);
        writer.Seek(Seek, Version > BigVersion);
        writer.Seek(Parent, Version > BigVersion);
        writer.String(ClassName);
        writer.String(Name);
        writer.String(Title);
    }
}
