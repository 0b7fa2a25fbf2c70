using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Files.Writing;

/// <summary>What has to be known of a file to go on writing in it: header, directories with their keys, gaps, streamer infos.</summary>
internal sealed class ExistingFile
{
    private const int RootKeyBytes = 512;

    private ExistingFile(FileHeaderRecord header, WrittenDirectory root, FreeSegments free) => (Header, Root, Free) = (header, root, free);

    /// <summary>The header.</summary>
    public FileHeaderRecord Header { get; }

    /// <summary>The root directory with all below it.</summary>
    public WrittenDirectory Root { get; }

    /// <summary>All directories, those that hold others before them.</summary>
    public List<WrittenDirectory> Directories { get; } = [];

    /// <summary>The gaps.</summary>
    public FreeSegments Free { get; }

    /// <summary>The gaps as they were.</summary>
    public IReadOnlyList<(long From, long To)> Gaps { get; private set; } = [];

    /// <summary>Bytes of the file.</summary>
    public long Length { get; private set; }

    /// <summary>The key of the streamer infos; null when there are none.</summary>
    public KeyRecord? InfoKey { get; private set; }

    /// <summary>The list of streamer infos, decompressed.</summary>
    public byte[] Infos { get; private set; } = [];

    /// <summary>Class and version of each.</summary>
    public HashSet<(string Name, int Version)> InfoNames { get; } = [];

    /// <summary>Reads a file.</summary>
    /// <exception cref="RistrettoException">It is missing or damaged.</exception>
    public static ExistingFile Read(string path)
    {
        using var file = RootFile.Open(path);
        var head = new byte[Math.Min(RootKeyBytes, file.Length - file.Header.Begin)];
        file.Source.Read(file.Header.Begin, head);
        var reader = new BigEndianReader(head, new RecordOrigin(path, "root directory", file.Header.Begin));
        var key = KeyRecord.Decode(ref reader);
        var root = Directory(file, file.Directory, file.Header.Begin, file.Header.NameBytes, key, null);
        var existing = new ExistingFile(file.Header, root, FreeSegments.Read(file));
        existing.AddDirectory(file, file.Directory, root);
        (existing.Gaps, existing.Length) = ([.. existing.Free.Gaps], file.Length);
        existing.ReadInfos(file);
        return existing;
    }

    private static WrittenDirectory Directory(RootFile file, RootDirectory directory, long seek, int nameLength, KeyRecord key, WrittenDirectory? parent)
    {
        var structure = new byte[WrittenDirectory.StructureLength];
        var origin = new RecordOrigin(file.Path, key.Name, seek);
        file.CheckExtent(origin, seek + nameLength, structure.Length);
        file.Source.Read(seek + nameLength, structure);
        var reader = new BigEndianReader(structure, origin);
        reader.Skip(2);
        var (created, modified) = (reader.ReadUInt32(), reader.ReadUInt32());
        reader.Seek(directory.Record.Version > 1000 ? 42 : 30);
        reader.Skip(2);
        var record = directory.Record;
        return new WrittenDirectory(key.ClassName, key.Name, key.Title, seek, nameLength, parent)
        {
            Created = created,
            Modified = modified,
            Uuid = reader.ReadBytes(16).ToArray(),
            IsChanged = false,
            KeyList = record.SeekKeys == 0 ? null : new WrittenKey(key.ClassName, key.Name, key.Title, record.SeekKeys, seek, 0, 0) { KnownRecordLength = record.KeysBytes },
        };
    }

    private void AddDirectory(RootFile file, RootDirectory directory, WrittenDirectory written)
    {
        Directories.Add(written);
        foreach (var key in directory.Keys)
        {
            written.Adopt(ToWritten(key));
            if (!RootDirectory.IsDirectory(key)) continue;
            var below = directory.Open(key);
            if (key.IsCompressed) throw new RootFormatException(file.Path, below.Path, key.SeekKey, "the directory is compressed and cannot be changed");
            var child = Directory(file, below, key.SeekKey, key.KeyBytes, key, written);
            written.Children[key.Name] = child;
            AddDirectory(file, below, child);
        }
    }

    private static WrittenKey ToWritten(KeyRecord key)
    {
        var written = new WrittenKey(key.ClassName, key.Name, key.Title, key.SeekKey, key.SeekParent, key.ObjectBytes, key.StoredBytes)
        {
            Cycle = key.Cycle,
            Date = key.Datime,
            Version = key.Version,
        };
        return written with { ExtraLength = key.KeyBytes - written.Length };
    }

    private void ReadInfos(RootFile file)
    {
        if (Header.SeekInfo == 0 || Header.InfoBytes == 0) return;
        var origin = new RecordOrigin(file.Path, "StreamerInfo", Header.SeekInfo);
        file.CheckExtent(origin, Header.SeekInfo, Header.InfoBytes);
        var head = new byte[Math.Min(Header.InfoBytes, RootKeyBytes)];
        file.Source.Read(Header.SeekInfo, head);
        var reader = new BigEndianReader(head, origin);
        InfoKey = KeyRecord.Decode(ref reader) with { SeekKey = Header.SeekInfo };
        Infos = file.ReadPayload(InfoKey);
        foreach (var info in file.ReadStreamerInfos()) InfoNames.Add((info.ClassName, info.Version));
    }
}
