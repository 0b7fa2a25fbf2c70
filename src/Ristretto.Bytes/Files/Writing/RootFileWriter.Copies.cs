namespace Ristretto.Bytes.Files.Writing;

/// <content>Objects that are copied from other files.</content>
public sealed partial class RootFileWriter
{
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
