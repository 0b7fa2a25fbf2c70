using Ristretto.Bytes.Errors;

namespace Ristretto.Bytes.Files;

/// <summary>A directory of a ROOT file. Its key list is read when first asked for; safe for several threads.</summary>
public sealed class RootDirectory
{
    /// <summary>Directories nested deeper than this are taken for corruption.</summary>
    public const int LargestDepth = 64;

    private readonly RootFile _file;
    private readonly int _depth;
    private readonly Lazy<IReadOnlyList<KeyRecord>> _keys;

    internal RootDirectory(RootFile file, string path, int depth, DirectoryRecord record)
    {
        (_file, Path, _depth, Record) = (file, path, depth, record);
        _keys = new Lazy<IReadOnlyList<KeyRecord>>(() => file.ReadKeyList(record, path));
    }

    /// <summary>Names from the file's root down, joined by <c>/</c>; empty for the root.</summary>
    public string Path { get; }

    /// <summary>What the file stores about it.</summary>
    public DirectoryRecord Record { get; }

    /// <summary>All keys with all cycles, in stored order.</summary>
    /// <exception cref="RootFormatException">The key list is damaged.</exception>
    public IReadOnlyList<KeyRecord> Keys => _keys.Value;

    /// <summary>The key of the highest cycle, or null.</summary>
    public KeyRecord? Find(string name)
    {
        KeyRecord? found = null;
        foreach (var key in Keys)
            if (key.Name == name && (found is null || key.Cycle > found.Cycle)) found = key;
        return found;
    }

    /// <summary>The directory that a key of this directory holds.</summary>
    /// <exception cref="RootFormatException">Its record is damaged, or it is nested too deep.</exception>
    public RootDirectory Open(KeyRecord key)
    {
        var path = Join(key.Name);
        if (_depth >= LargestDepth) throw new RootFormatException(_file.Path, path, key.SeekKey, $"directories are nested more than {LargestDepth} deep");
        return new RootDirectory(_file, path, _depth + 1, DirectoryRecord.Decode(_file.ReadPayload(key), _file.Origin(path, key)));
    }

    /// <summary>Whether a key holds a directory.</summary>
    public static bool IsDirectory(KeyRecord key) => key.ClassName is "TDirectory" or "TDirectoryFile";

    internal string Join(string name) => Path.Length == 0 ? name : $"{Path}/{name}";

    /// <summary>Every key below, directories before their content, in stored order.</summary>
    /// <param name="entered">Records of the directories that were entered: one that comes again would have no end.</param>
    internal IEnumerable<(string Path, KeyRecord Key)> Walk(HashSet<long> entered)
    {
        foreach (var key in Keys)
        {
            yield return (Join(key.Name), key);
            if (!IsDirectory(key)) continue;
            if (!entered.Add(key.SeekKey)) throw new RootFormatException(_file.Path, Join(key.Name), key.SeekKey, "the directory is listed in more than one place");
            foreach (var below in Open(key).Walk(entered)) yield return below;
        }
    }
}
