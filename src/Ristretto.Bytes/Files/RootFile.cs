using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Sources;

namespace Ristretto.Bytes.Files;

/// <summary>An opened ROOT file. Safe for several threads; dispose it after everything that reads from it.</summary>
public sealed partial class RootFile : IDisposable
{
    private const int FirstRead = 4096;

    private RootFile(ByteSource source, FileHeaderRecord header) => (Source, Header) = (source, header);

    /// <summary>Where the bytes come from.</summary>
    public ByteSource Source { get; }

    /// <summary>What the file's first bytes say.</summary>
    public FileHeaderRecord Header { get; }

    /// <summary>Path or URL, as given.</summary>
    public string Path => Source.Path;

    /// <summary>Length in bytes.</summary>
    public long Length => Source.Length;

    /// <summary>Identity of the file: a rewritten file has another one.</summary>
    public Guid Uuid => Header.Uuid;

    /// <summary>Version of ROOT that the writer claims: 63202 is 6.32/02.</summary>
    public int Version => Header.Version;

    /// <summary>What was read so far.</summary>
    public ReadCounters Counters => Source.Counters;

    /// <summary>The file's root directory.</summary>
    public RootDirectory Directory { get; private set; } = null!;

    /// <summary>Opens a file: two requests, one for the header, one for the root directory's keys.</summary>
    /// <param name="path">Path or address: <c>data.root</c>, <c>https://host/data.root</c>, <c>root://host//store/data.root</c>.</param>
    /// <param name="connections">The connections to servers, shared with other files; without them a remote file has one of its own.</param>
    /// <exception cref="SourceException">It is missing, a directory, empty, or not readable.</exception>
    /// <exception cref="RootFormatException">It is no ROOT file, truncated, or was not closed by its writer.</exception>
    public static RootFile Open(string path, Connections? connections = null)
    {
        var source = ByteSource.Open(path, connections);
        try
        {
            return Open(source);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <summary>Reads the header and the root directory's keys of an open source, which then belongs to the file.</summary>
    /// <exception cref="SourceException">The bytes could not be fetched.</exception>
    /// <exception cref="RootFormatException">It is no ROOT file, truncated, or was not closed by its writer.</exception>
    public static RootFile Open(ByteSource source)
    {
        using var first = PooledBuffer.Rent((int)Math.Min(FirstRead, source.Length));
        source.Read(0, first.Span);
        var bytes = first.Span;
        if (!NotRootFile.IsRoot(bytes)) throw new RootFormatException(source.Path, null, null, NotRootFile.Describe(bytes));
        var origin = new RecordOrigin(source.Path, null, 0);
        var header = FileHeaderRecord.Decode(bytes, origin);
        if (header.End > source.Length)
            throw new RootFormatException(source.Path, null, null, $"the file is truncated: it has {source.Length} bytes, its header says {header.End}; copy it again");
        if (header.SeekFree == 0 || header.FreeBytes == 0) throw NotClosed(source.Path);

        var file = new RootFile(source, header);
        var at = (long)header.Begin + header.NameBytes;
        if (at >= source.Length) throw new RootFormatException(source.Path, null, header.Begin, "the root directory lies outside the file");
        var size = (int)Math.Min(DirectoryRecord.LargestSize, source.Length - at);
        Span<byte> late = stackalloc byte[DirectoryRecord.LargestSize];
        if (at + size > bytes.Length) source.Read(at, late[..size]);
        else bytes.Slice((int)at, size).CopyTo(late);
        var directory = DirectoryRecord.Decode(late[..size], new RecordOrigin(source.Path, "root directory", at));
        if (directory.SeekKeys == 0 && header.End < source.Length) throw NotClosed(source.Path);
        file.Directory = new RootDirectory(file, "", 0, directory);
        _ = file.Directory.Keys;
        return file;
    }

    /// <summary>Every key of the file with its path, directories walked recursively, all cycles, in stored order.</summary>
    /// <exception cref="RootFormatException">A directory is damaged.</exception>
    public IEnumerable<(string Path, KeyRecord Key)> AllKeys() => Directory.Walk([]);

    /// <summary>Of each name in each directory the key of the highest cycle, in the order of the file.</summary>
    public IEnumerable<(string Path, KeyRecord Key)> NewestKeys() =>
        AllKeys().GroupBy(entry => entry.Path, StringComparer.Ordinal).Select(cycles => cycles.MaxBy(entry => entry.Key.Cycle));

    /// <summary>The key of the highest cycle at a path such as <c>folder/name</c>, or of the cycle in <c>name;2</c>; null when there is none.</summary>
    public KeyRecord? Find(string path)
    {
        var semicolon = path.LastIndexOf(';');
        var name = semicolon > 0 ? path[..semicolon] : path;
        if (semicolon > 0 && !short.TryParse(path.AsSpan(semicolon + 1), out _)) name = path;
        short? cycle = name.Length < path.Length ? short.Parse(path.AsSpan(semicolon + 1)) : null;
        if (!name.Contains('/', StringComparison.Ordinal) && cycle is null) return Directory.Find(name);
        return AllKeys().Where(entry => entry.Path == name && (cycle is null || entry.Key.Cycle == cycle))
            .Select(entry => entry.Key).MaxBy(key => key.Cycle);
    }

    /// <summary>The path by which <see cref="Find"/> found a key, without the cycle.</summary>
    internal static string WithoutCycle(string path, KeyRecord key)
    {
        var semicolon = path.LastIndexOf(';');
        return semicolon > 0 && key.Name.Length < path.Length && path.EndsWith($";{key.Cycle}", StringComparison.Ordinal) ? path[..semicolon] : path;
    }

    /// <summary>The object's bytes, decompressed.</summary>
    /// <exception cref="RootFormatException">The record is damaged.</exception>
    public byte[] ReadPayload(KeyRecord key)
    {
        using var context = new DecodeContext();
        return ReadPayload(key, context);
    }

    /// <summary>The object's bytes, decompressed with decoders that the caller keeps.</summary>
    /// <exception cref="RootFormatException">The record is damaged.</exception>
    public byte[] ReadPayload(KeyRecord key, DecodeContext context)
    {
        var origin = new RecordOrigin(Path, key.Name, key.SeekKey);
        CheckExtent(origin, key.SeekKey, key.TotalBytes);
        CheckObjectBytes(origin, key.ObjectBytes, key.StoredBytes);
        if (!key.IsCompressed)
        {
            var payload = new byte[key.ObjectBytes];
            Source.Read(key.SeekKey + key.KeyBytes, payload);
            Counters.AddDecompressed(payload.Length);
            return payload;
        }
        var stored = context.Compressed.Ensure(key.StoredBytes);
        Source.Read(key.SeekKey + key.KeyBytes, stored);
        var error = BlockDecoder.Check(stored, key.ObjectBytes);
        var result = error is null ? new byte[key.ObjectBytes] : [];
        error ??= BlockDecoder.Decode(context, stored, result, result.Length, out _);
        if (error is not null) origin.Throw(key.KeyBytes + error.Position, error.Reason);
        Counters.AddDecompressed(result.Length);
        return result;
    }

    /// <summary>Closes the source.</summary>
    public void Dispose() => Source.Dispose();

    internal RecordOrigin Origin(string path, KeyRecord key) =>
        new(Path, path, key.IsCompressed ? key.SeekKey : key.SeekKey + key.KeyBytes, key.IsCompressed);

    /// <summary>Refuses records that reach beyond the file.</summary>
    internal void CheckExtent(RecordOrigin origin, long seek, int bytes)
    {
        if (seek < 0 || bytes < 0 || seek > Length - bytes) origin.Throw(0, $"a record of {bytes} bytes at byte {seek} lies outside the file of {Length} bytes");
    }

    /// <summary>Refuses to reserve memory that the stored bytes cannot need.</summary>
    internal static void CheckObjectBytes(RecordOrigin origin, int objectBytes, int storedBytes)
    {
        if (BlockDecoder.IsBomb(objectBytes, storedBytes))
            origin.Throw(0, $"{objectBytes} bytes are promised where {storedBytes} are stored: more than data compress to, so nothing is decompressed");
    }

    internal IReadOnlyList<KeyRecord> ReadKeyList(DirectoryRecord directory, string path)
    {
        if (_recovered is { } scan) return scan.KeysOf(directory.SeekDirectory);
        if (directory.SeekKeys == 0) return [];
        var origin = new RecordOrigin(Path, path.Length == 0 ? "root directory" : path, directory.SeekKeys);
        CheckExtent(origin, directory.SeekKeys, directory.KeysBytes);
        using var buffer = PooledBuffer.Rent(directory.KeysBytes);
        Source.Read(directory.SeekKeys, buffer.Span);
        var reader = new BigEndianReader(buffer.Span, origin);
        reader.Seek(KeyRecord.Decode(ref reader).KeyBytes);
        var count = reader.ReadInt32();
        if (count < 0 || count > reader.Remaining / 26) reader.Fail($"the key list promises {count} keys in {reader.Remaining} bytes");
        var keys = new KeyRecord[count];
        for (var i = 0; i < count; i++)
        {
            var start = reader.Position;
            keys[i] = KeyRecord.Decode(ref reader);
            reader.Seek(Math.Max(reader.Position, start + keys[i].KeyBytes));
        }
        return keys;
    }

    private static RootFormatException NotClosed(string path) =>
        new(path, null, null, "the file was not closed by its writer: it has no list of keys (a job that crashed, or a copy made while it was written); RootFileOptions.Recover, on the command line --recover, searches it for what is whole");
}
