using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Objects;

/// <summary>The class names of one record, which are spelled out once and later meant by their position.</summary>
/// <param name="keyBytes">fKeylen of the record: positions count from the start of its key.</param>
internal sealed class ClassTags(int keyBytes)
{
    private const uint ByteCountBit = 0x4000_0000, ClassBit = 0x8000_0000, NewClass = 0xFFFF_FFFF;
    private const int MapOffset = 2;

    /// <summary>fKeylen of the record that is being read.</summary>
    public int KeyBytes { get; set; } = keyBytes;

    /// <summary>Where byte counts and references are noted, for a record that is to be changed; null when it is only read.</summary>
    public RecordMarks? Marks { get; init; }

    private readonly Dictionary<int, string> _names = [];
    private string _latest = "";

    /// <summary>Reads an object pointer up to where the object itself starts.</summary>
    public ObjectPointer Read(ref BigEndianReader reader)
    {
        var start = reader.Position;
        var tag = reader.PeekUInt32();
        var end = -1;
        if ((tag & ByteCountBit) != 0 && tag != NewClass)
        {
            end = ObjectHeader.ReadEnd(ref reader, start);
            tag = reader.PeekUInt32();
            Marks?.Counts.Add((start, end));
        }
        var tagPosition = reader.Position;
        reader.Skip(4);
        if (tag == 0) return default;
        if (tag != NewClass) Marks?.References.Add(tagPosition);
        if ((tag & ClassBit) == 0) return new ObjectPointer(null, unchecked((int)tag), end);
        var key = start + KeyBytes + MapOffset;
        if (tag != NewClass) return new ObjectPointer(_names.GetValueOrDefault((int)(tag & ~ClassBit), "a class that was not named before"), key, end);
        var name = Intern(reader.ReadZeroTerminated());
        _names[tagPosition + KeyBytes + MapOffset] = name;
        return new ObjectPointer(name, key, end);
    }

    /// <summary>Forgets all names.</summary>
    public void Clear() => _names.Clear();

    private string Intern(ReadOnlySpan<byte> bytes)
    {
        // Some writers repeat the name for every object.
        if (bytes.Length == _latest.Length && System.Text.Ascii.Equals(bytes, _latest)) return _latest;
        return _latest = BigEndianReader.ToText(bytes);
    }
}
