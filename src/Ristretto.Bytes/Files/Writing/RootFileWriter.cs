using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Files.Writing;

/// <summary>Writes a ROOT file: histograms and other objects, trees and ntuples, in directories.</summary>
/// <remarks>
/// <para>The file grows under a temporary name beside its final one and takes that name in <see cref="Complete"/>, when every byte is on the disk.
/// A writer that is disposed before, because of an error for instance, leaves nothing.</para>
/// <para>The same content in the same order gives the same bytes, for any number of threads: dates are fixed and the identity of the file follows
/// from its content, unless <see cref="RootWriteOptions"/> says otherwise.</para>
/// <para>Layout: header, root directory, objects as they come, then streamer infos, lists of keys, free segment, and last the header again.
/// Beyond 2 GB positions have 64 bits. Not thread-safe; the threads that compress are its own.</para>
/// </remarks>
public sealed partial class RootFileWriter : IDisposable
{
    private const int Begin = 100;
    private const int Version = 63600;

    private readonly string _path;
    private readonly string _temporary;
    private readonly FileStream _stream;
    private readonly FileSpace _space;
    private readonly ObjectWriter _object = new();
    private readonly ObjectWriter _key = new();
    private readonly WrittenDirectory _root;
    private readonly List<WrittenDirectory> _directories = [];
    private readonly List<IOpenContent> _open = [];
    private readonly SortedSet<string> _classes = new(StringComparer.Ordinal);
    private readonly CopiedInfos _infos = new();
    private readonly string _fileName;
    private readonly ExistingFile? _existing;
    private readonly long _begin = Begin;
    private bool _isComplete;
    private bool _isDisposed;

    private RootFileWriter(string path, string temporary, FileStream stream, RootWriteOptions options, ExistingFile existing)
    {
        (_path, _temporary, _stream, Options, _existing) = (path, temporary, stream, options, existing);
        Queue = new RecordQueue(options.ThreadCount);
        _root = existing.Root;
        _fileName = _root.Identity.Name;
        _begin = existing.Header.Begin;
        _space = new FileSpace(stream, existing.Header.End, existing.Free);
        _directories.AddRange(existing.Directories);
    }

    private RootFileWriter(string path, string temporary, FileStream stream, RootWriteOptions options)
    {
        (_path, _temporary, _stream, Options) = (path, temporary, stream, options);
        Queue = new RecordQueue(options.ThreadCount);
        _fileName = Path.GetFileName(path);
        _space = new FileSpace(stream, Begin, isDurable: options.IsDurable);
        _space.Write(0, new byte[Begin]);
        var nameLength = WrittenKey.LengthOf("TFile", _fileName, "") + WrittenKey.StringLength(_fileName) + WrittenKey.StringLength("");
        _root = new WrittenDirectory("TFile", _fileName, "", Begin, nameLength, parent: null) { Created = options.StoredDate, Modified = options.StoredDate };
        _directories.Add(_root);
        _object.String(_fileName);
        _object.String("");
        _root.Encode(stackalloc byte[16], _object);
        WriteRecord(new WrittenKey("TFile", _fileName, "", 0, 0, _object.Length, _object.Length), _object.Bytes);
    }

    /// <summary>How the file is written.</summary>
    internal RootWriteOptions Options { get; }

    /// <summary>Where records are compressed.</summary>
    internal RecordQueue Queue { get; }

    /// <summary>The path, as given.</summary>
    internal string FilePath => _path;

    /// <summary>Starts a new file. An existing one is replaced, but only by <see cref="Complete"/>.</summary>
    /// <exception cref="OutputException">The folder does not exist or is not writable.</exception>
    public static RootFileWriter Create(string path) => Create(path, new RootWriteOptions());

    /// <summary>Starts a new file. An existing one is replaced, but only by <see cref="Complete"/>.</summary>
    /// <exception cref="OutputException">The folder does not exist or is not writable.</exception>
    public static RootFileWriter Create(string path, RootWriteOptions options)
    {
        var temporary = TemporaryFor(path);
        FileStream? stream = null;
        try
        {
            stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
            return new RootFileWriter(path, temporary, stream, options);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Discard(stream, temporary);
            throw OutputException.Of(path, e);
        }
    }

    /// <summary>Ends the file and gives it its final name. Trees and ntuples that were not completed are.</summary>
    /// <exception cref="OutputException">The disk is full, or the final name cannot be taken; nothing is left behind.</exception>
    public void Complete() => Guarded(() =>
    {
        foreach (var content in _open.ToArray()) content.Complete();
        Queue.Drain();
        if (_existing is null) Finish();
        else FinishUpdate(_existing);
        _stream.Flush(flushToDisk: Options.IsDurable || IsInPlace);
        _stream.Dispose();
        if (!IsInPlace) File.Move(_temporary, _path, overwrite: true);
        _isComplete = true;
        Dispose();
    });

    /// <summary>Closes the file; without <see cref="Complete"/> nothing is left of it.</summary>
    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        Queue.Dispose();
        foreach (var content in _open) content.Abandon();
        if (_isComplete) return;
        if (IsInPlace) TakeBack(_existing!);
        else Discard(_stream, _temporary);
    }

    /// <summary>Does what writes; a failing disk ends the writer and comes out as one error.</summary>
    internal void Guarded(Action write)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Dispose();
            throw OutputException.Of(_path, e);
        }
        catch (RistrettoException)
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Begins a tree or an ntuple: its name is taken, and <see cref="Complete"/> will not forget it.</summary>
    internal (WrittenDirectory Folder, string Name, short Cycle) Announce(string path)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var (folder, name) = Place("", path);
        return (folder, name, folder.Reserve(name, Options.NameTaken));
    }

    /// <summary>Notes content that is still open.</summary>
    internal void Add(IOpenContent content) => _open.Add(content);

    /// <summary>Writes the key and the object of a tree or an ntuple, which is then finished.</summary>
    internal void WriteOpened(IOpenContent content, WrittenDirectory folder, WrittenKey key, ObjectWriter written, params ReadOnlySpan<string> classes)
    {
        WriteKeyed(folder, key, written, Options.ForObjects);
        foreach (var name in classes) _classes.Add(name);
        _open.Remove(content);
    }

    /// <summary>Notes a class that is in the file.</summary>
    internal void AddClass(string name) => _classes.Add(name);

    /// <summary>Writes a record that no directory lists; in order with all others. Returns its position.</summary>
    internal long WriteHidden(ReadOnlySpan<byte> key, ReadOnlySpan<byte> stored, long position)
    {
        _space.WriteContent(position, key);
        _space.WriteContent(position + key.Length, stored);
        return position;
    }

    /// <summary>Reserves room for a record.</summary>
    internal long Allocate(int length) => _space.Allocate(length);

    /// <summary>Leaves room behind the last record, so that what follows lies far behind in the file.</summary>
    internal void LeaveGap(long bytes)
    {
        Queue.Drain();
        _space.LeaveGap(bytes);
    }

    /// <summary>Whether keys that are written now have positions of 64 bits.</summary>
    internal bool HasBigKeys => FileSpace.IsBig(_space.End);

    private void WriteKeyed(WrittenDirectory folder, WrittenKey key, ObjectWriter written, Compression compression)
    {
        Queue.Drain();
        folder.IsChanged = true;
        using var stored = PooledBuffer.Rent(Math.Max(1, written.Length));
        // ROOT stores objects up to this length as they are.
        const int smallObject = 256;
        var length = written.Length <= smallObject ? 0 : BlockEncoder.Encode(Queue.Context, compression, written.Bytes, stored.Span);
        var bytes = length == 0 ? written.Bytes : stored.Span[..length];
        var record = WriteRecord(key with { Parent = folder.Seek, ObjectLength = written.Length, StoredLength = bytes.Length }, bytes);
        if (Options.NameTaken == NameTaken.Replace && folder.Keys.Exists(other => other.Name == key.Name)) record = Replace(folder, record);
        folder.Keys.Add(record);
    }

    /// <summary>Writes a record with its key; position and layout of the key follow from the place that it gets.</summary>
    private WrittenKey WriteRecord(WrittenKey key, ReadOnlySpan<byte> stored, bool isAtEnd = false)
    {
        key = key with { Version = WrittenKey.VersionOf(HasBigKeys), Date = Options.StoredDate };
        key = key with { Seek = isAtEnd ? _space.AllocateAtEnd(key.RecordLength) : _space.Allocate(key.RecordLength) };
        _key.Clear();
        key.Encode(_key);
        WriteHidden(_key.Bytes, stored, key.Seek);
        return key;
    }

    private (WrittenDirectory Folder, string Name) Place(string directory, string name)
    {
        var parts = $"{directory}/{name}".Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0) throw new ArgumentException("an object needs a name");
        var folder = _root;
        foreach (var part in parts.AsSpan(0, parts.Length - 1)) folder = folder.Children.GetValueOrDefault(part) ?? MakeDirectory(folder, part);
        return (folder, parts[^1]);
    }

    private WrittenDirectory MakeDirectory(WrittenDirectory parent, string name)
    {
        parent.Reserve(name);
        Queue.Drain();
        var key = new WrittenKey("TDirectory", name, name, 0, parent.Seek, WrittenDirectory.StructureLength, WrittenDirectory.StructureLength);
        key = WriteRecord(key, stackalloc byte[WrittenDirectory.StructureLength]);
        var directory = new WrittenDirectory("TDirectory", name, name, key.Seek, key.Length, parent) { Created = Options.StoredDate, Modified = Options.StoredDate };
        parent.Keys.Add(key);
        parent.Children.Add(name, directory);
        parent.IsChanged = true;
        _directories.Add(directory);
        return directory;
    }

    private static string TemporaryFor(string path)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full)) throw new OutputException(path, "a folder is in the way");
        return Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.partial");
    }

    private static void Discard(FileStream? stream, string temporary)
    {
        // Closing writes what is buffered, which on a full disk fails again; the first error is the one to tell.
        try { stream?.Dispose(); }
        catch (IOException) { }
        try { File.Delete(temporary); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
    }
}
