using System.IO.Hashing;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Files.Writing;

/// <summary>Writes a new ROOT file with histograms in directories.</summary>
/// <remarks>
/// <para>The file grows under a temporary name beside its final one and takes that name in <see cref="Complete"/>, when every byte is on the disk.
/// A writer that is disposed before, because of an error for instance, leaves nothing.</para>
/// <para>The same objects in the same order give the same bytes: dates are fixed and the identity of the file follows from its content.</para>
/// <para>Layout: header, root directory, objects as they come, then streamer infos, lists of keys, free segment, and last the header again.
/// Positions have 32 bits, so a file ends before 2 GB.</para>
/// </remarks>
public sealed partial class RootFileWriter : IDisposable
{
    private const int Begin = 100;
    private const int Version = 63600;
    private const long LargestFile = 2_000_000_000;

    private readonly string _path;
    private readonly string _temporary;
    private readonly FileStream _stream;
    private readonly XxHash128 _hash = new();
    private readonly ObjectWriter _object = new();
    private readonly ObjectWriter _key = new();
    private readonly BlockCompressor _compressor = new();
    private readonly WrittenDirectory _root;
    private readonly List<WrittenDirectory> _directories = [];
    private readonly SortedSet<string> _classes = new(StringComparer.Ordinal);
    private readonly string _fileName;
    private int _position;
    private bool _isComplete;

    private RootFileWriter(string path, string temporary, FileStream stream)
    {
        (_path, _temporary, _stream) = (path, temporary, stream);
        _fileName = Path.GetFileName(path);
        _stream.Write(new byte[Begin]);
        _position = Begin;
        var nameLength = WrittenKey.LengthOf("TFile", _fileName, "") + WrittenKey.StringLength(_fileName) + WrittenKey.StringLength("");
        _root = new WrittenDirectory("TFile", _fileName, "", Begin, nameLength, parent: null);
        _directories.Add(_root);
        _object.String(_fileName);
        _object.String("");
        _root.Encode(stackalloc byte[16], _object);
        WriteRecord("TFile", _fileName, "", parent: 0, _object.Bytes, _object.Length);
    }

    /// <summary>Starts a new file. An existing one is replaced, but only by <see cref="Complete"/>.</summary>
    /// <exception cref="OutputException">The folder does not exist or is not writable.</exception>
    public static RootFileWriter Create(string path)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full)) throw new OutputException(path, "a folder is in the way");
        var temporary = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.partial");
        FileStream? stream = null;
        try
        {
            stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
            return new RootFileWriter(path, temporary, stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Discard(stream, temporary);
            throw Failed(path, e);
        }
    }

    /// <summary>Writes a histogram of class TH1, TH2 or TH3 in F or D. Directories are made as they are needed.</summary>
    /// <param name="directory">Names of directories joined by <c>/</c>; empty for the top of the file.</param>
    /// <param name="histogram">The histogram; a <c>/</c> in its name makes directories too.</param>
    /// <exception cref="ArgumentException">The directory holds an object of that name, or the class cannot be written.</exception>
    /// <exception cref="OutputException">The disk is full, or the file would pass 2 GB; the writer can then only be disposed.</exception>
    public void Write(string directory, HistogramRecord histogram)
    {
        ObjectDisposedException.ThrowIf(!_stream.CanWrite, this);
        try
        {
            var (folder, name) = Place(directory, histogram.Name);
            _object.Clear();
            HistogramEncoder.Encode(histogram with { Name = name }, _object);
            folder.Reserve(name);
            folder.Keys.Add(WriteRecord(histogram.Class, name, histogram.Title, folder.Seek, _compressor.Compress(_object.Bytes), _object.Length));
            _classes.Add(histogram.Class);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Dispose();
            throw Failed(_path, e);
        }
    }

    /// <summary>Ends the file and gives it its final name.</summary>
    /// <exception cref="OutputException">The disk is full, or the final name cannot be taken; nothing is left behind.</exception>
    public void Complete()
    {
        ObjectDisposedException.ThrowIf(!_stream.CanWrite, this);
        try
        {
            Finish();
            _stream.Flush(flushToDisk: true);
            _stream.Dispose();
            File.Move(_temporary, _path, overwrite: true);
            _isComplete = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Dispose();
            throw Failed(_path, e);
        }
    }

    /// <summary>Closes the file; without <see cref="Complete"/> nothing is left of it.</summary>
    public void Dispose()
    {
        _compressor.Dispose();
        if (!_isComplete) Discard(_stream, _temporary);
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
        var directory = new WrittenDirectory("TDirectory", name, name, _position, WrittenKey.LengthOf("TDirectory", name, name), parent);
        _object.Clear();
        directory.Encode(stackalloc byte[16], _object);
        parent.Keys.Add(WriteRecord("TDirectory", name, name, parent.Seek, _object.Bytes, _object.Length));
        parent.Children.Add(name, directory);
        _directories.Add(directory);
        return directory;
    }

    private WrittenKey WriteRecord(string className, string name, string title, int parent, ReadOnlySpan<byte> stored, int objectLength)
    {
        var key = new WrittenKey(className, name, title, _position, parent, objectLength, stored.Length);
        if ((long)_position + key.RecordLength > LargestFile) throw new OutputException(_path, "the file would pass 2 GB; write the data sets to files of their own");
        _key.Clear();
        key.Encode(_key);
        Append(_key.Bytes);
        Append(stored);
        return key;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        _stream.Write(bytes);
        _hash.Append(bytes);
        _position += bytes.Length;
    }

    private static OutputException Failed(string path, Exception e) => new(path, $"cannot be written: {e.Message}", e);

    private static void Discard(FileStream? stream, string temporary)
    {
        // Closing writes what is buffered, which on a full disk fails again; the first error is the one to tell.
        try { stream?.Dispose(); }
        catch (IOException) { }
        try { File.Delete(temporary); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
    }
}
