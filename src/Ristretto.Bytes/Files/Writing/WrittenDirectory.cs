using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Files.Writing;

/// <summary>TDirectory while its file is being written: its place, its keys, its sub-directories.</summary>
internal sealed class WrittenDirectory(string className, string name, string title, long seek, int nameLength, WrittenDirectory? parent)
{
    /// <summary>Length of the directory structure with identity and reserve.</summary>
    public const int StructureLength = 60;

    private readonly Dictionary<string, short> _cycles = new(StringComparer.Ordinal);

    /// <summary>Class, name and title of the directory's own key.</summary>
    public (string ClassName, string Name, string Title) Identity => (className, name, title);

    /// <summary>fSeekDir: position of the directory's record.</summary>
    public long Seek => seek;

    /// <summary>Position of the structure in the file.</summary>
    public long StructureSeek => seek + nameLength;

    /// <summary>The directory that holds this one.</summary>
    public WrittenDirectory? Parent => parent;

    /// <summary>Keys of the objects in the directory, in the order of writing.</summary>
    public List<WrittenKey> Keys { get; } = [];

    /// <summary>Sub-directories by name.</summary>
    public Dictionary<string, WrittenDirectory> Children { get; } = new(StringComparer.Ordinal);

    /// <summary>fSeekKeys and fNbytesKeys: where the list of keys was written.</summary>
    public WrittenKey? KeyList { get; set; }

    /// <summary>fUUID; made when the file is finished if there is none yet.</summary>
    public byte[]? Uuid { get; set; }

    /// <summary>fDatimeC.</summary>
    public uint Created { get; init; } = WrittenKey.FirstDate;

    /// <summary>fDatimeM.</summary>
    public uint Modified { get; set; } = WrittenKey.FirstDate;

    /// <summary>Whether its keys or positions differ from what stands in the file.</summary>
    public bool IsChanged { get; set; } = true;

    /// <summary>Notes a key that the file has already.</summary>
    public void Adopt(WrittenKey key)
    {
        Keys.Add(key);
        _cycles[key.Name] = Math.Max(key.Cycle, _cycles.GetValueOrDefault(key.Name));
    }

    /// <summary>Reserves a name and returns its next cycle.</summary>
    /// <exception cref="ArgumentException">The directory holds the name already, and that is to be refused or it is a directory.</exception>
    public short Reserve(string key, NameTaken taken = NameTaken.Refuse)
    {
        var cycle = _cycles.GetValueOrDefault(key);
        if (cycle > 0 && (taken == NameTaken.Refuse || Children.ContainsKey(key))) throw new ArgumentException($"the directory \"{name}\" holds \"{key}\" already");
        if (cycle == short.MaxValue) throw new ArgumentException($"the directory \"{name}\" holds \"{key}\" {cycle} times; no cycle is left");
        return _cycles[key] = (short)(cycle + 1);
    }

    /// <summary>Forgets keys; what is reserved follows from those that are left.</summary>
    public void Remove(IReadOnlyCollection<WrittenKey> keys)
    {
        foreach (var key in keys)
        {
            Keys.Remove(key);
            _cycles.Remove(key.Name);
            foreach (var left in Keys.Where(left => left.Name == key.Name)) _cycles[key.Name] = Math.Max(left.Cycle, _cycles.GetValueOrDefault(key.Name));
        }
        IsChanged = true;
    }

    /// <summary>Appends the directory structure, with positions of 64 bits where one of them asks for it; both layouts have the same length.</summary>
    public void Encode(ReadOnlySpan<byte> uuid, ObjectWriter writer)
    {
        var keysSeek = KeyList?.Seek ?? 0;
        var isBig = FileSpace.IsBig(seek) || FileSpace.IsBig(keysSeek);
        writer.Int16(isBig ? (short)1005 : (short)5);
        writer.UInt32(Created);
        writer.UInt32(Modified);
        writer.Int32(KeyList?.RecordLength ?? 0);                    // fNbytesKeys
        writer.Int32(nameLength);                                    // fNbytesName
        writer.Seek(seek, isBig);                                    // fSeekDir
        writer.Seek(parent?.Seek ?? 0, isBig);                       // fSeekParent
        writer.Seek(keysSeek, isBig);                                // fSeekKeys
        writer.UInt16(1);
        writer.Append(uuid);
        if (!isBig) writer.Append(stackalloc byte[12]);              // room for positions of 64 bits
    }
}
