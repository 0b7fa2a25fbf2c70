using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files.Merging;
using Ristretto.Bytes.Sources;

namespace Ristretto.Bytes.Files.Writing;

/// <content>Objects that are copied from other files.</content>
public sealed partial class RootFileWriter
{
    /// <summary>Copies objects of a file as they are stored: trees and RNTuples basket by basket and page by page without decompressing them, all others
    /// byte by byte, whatever their class. Of each name the newest cycle.</summary>
    /// <param name="source">The file, which stays open until this returns.</param>
    /// <param name="wanted">Whether an object is copied; is given its path, names joined by <c>/</c>.</param>
    /// <param name="connections">The connections to servers; may be null.</param>
    /// <param name="cancellation">Stops the copy.</param>
    /// <returns>The paths of what was copied, in the order of the file.</returns>
    /// <exception cref="RistrettoException">An object cannot be copied, or the output cannot be written.</exception>
    public IReadOnlyList<string> CopyFrom(RootFile source, Predicate<string> wanted, Connections? connections = null, CancellationToken cancellation = default)
    {
        var target = new MergeTarget(this, new MergeCounters(), null, connections, null, cancellation);
        List<(string Path, IMergedObject Copy)> copies = [];
        AddInfos(source);
        foreach (var (path, key) in source.NewestKeys())
        {
            if (!wanted(path)) continue;
            cancellation.ThrowIfCancellationRequested();
            if (RootDirectory.IsDirectory(key)) FolderOf($"{path}/_");
            else copies.Add((path, target.Copy(path, source, key)));
        }
        foreach (var (_, copy) in copies) copy.Write();
        return [.. copies.Select(copy => copy.Path)];
    }

    /// <summary>Takes the descriptions of classes that a file has, since objects will be copied from it.</summary>
    internal void AddInfos(RootFile file) => _infos.Add(file);

    /// <summary>The directory of an object, made if it is not there.</summary>
    internal WrittenDirectory FolderOf(string path)
    {
        WrittenDirectory? folder = null;
        Guarded(() => folder = Place("", path).Folder);
        return folder!;
    }

    /// <summary>Writes an object whose bytes exist already.</summary>
    /// <param name="path">Its name, behind names of directories.</param>
    /// <param name="key">Class and title.</param>
    /// <param name="encode">Gives the bytes for a key of the length that it is given.</param>
    internal void WriteCopy(string path, KeyRecord key, Func<int, byte[]> encode) => Guarded(() =>
    {
        var (folder, name) = Place("", path);
        Queue.Drain();
        var cycle = folder.Reserve(name, Options.NameTaken);
        _object.Clear();
        _object.Append(encode(WrittenKey.LengthOf(key.ClassName, name, key.Title, HasBigKeys)));
        WriteKeyed(folder, new WrittenKey(key.ClassName, name, key.Title, 0, 0, 0, 0) { Cycle = cycle }, _object, Options.ForObjects);
    });
}
