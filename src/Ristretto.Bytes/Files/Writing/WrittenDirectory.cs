using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Files.Writing;

/// <summary>TDirectory while its file is being written: its place, its keys, its sub-directories.</summary>
internal sealed class WrittenDirectory(string className, string name, string title, int seek, int nameLength, WrittenDirectory? parent)
{
    /// <summary>Length of the directory structure with identity and reserve.</summary>
    public const int StructureLength = 60;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Class, name and title of the directory's own key.</summary>
    public (string ClassName, string Name, string Title) Identity => (className, name, title);

    /// <summary>fSeekDir: position of the directory's record.</summary>
    public int Seek => seek;

    /// <summary>Position of the structure in the file.</summary>
    public int StructureSeek => seek + nameLength;

    /// <summary>Keys of the objects in the directory, in the order of writing.</summary>
    public List<WrittenKey> Keys { get; } = [];

    /// <summary>Sub-directories by name.</summary>
    public Dictionary<string, WrittenDirectory> Children { get; } = new(StringComparer.Ordinal);

    /// <summary>fSeekKeys and fNbytesKeys: where the list of keys was written.</summary>
    public WrittenKey? KeyList { get; set; }

    /// <summary>Reserves a name.</summary>
    /// <exception cref="ArgumentException">The directory holds the name already.</exception>
    public void Reserve(string key)
    {
        if (!_names.Add(key)) throw new ArgumentException($"the directory \"{name}\" holds \"{key}\" already");
    }

    /// <summary>Appends the directory structure.</summary>
    public void Encode(ReadOnlySpan<byte> uuid, ObjectWriter writer)
    {
        writer.Int16(5);
        writer.UInt32(WrittenKey.Date);                              // fDatimeC
        writer.UInt32(WrittenKey.Date);                              // fDatimeM
        writer.Int32(KeyList?.RecordLength ?? 0);                    // fNbytesKeys
        writer.Int32(nameLength);                                    // fNbytesName
        writer.Int32(seek);                                          // fSeekDir
        writer.Int32(parent?.Seek ?? 0);                             // fSeekParent
        writer.Int32(KeyList?.Seek ?? 0);                            // fSeekKeys
        writer.UInt16(1);
        writer.Append(uuid);
        writer.Append(stackalloc byte[12]);                          // room for positions of 64 bits
    }
}
