using Ristretto.Bytes.Errors;

namespace Ristretto.Plots.Results;

/// <summary>The output folder of a run. Everything is written beside it under another name; the folder gets its name when all is complete,
/// so that a crash leaves nothing half-written under it.</summary>
public sealed class ResultFolder : IDisposable
{
    private readonly bool _overwrite;
    private bool _committed;

    private ResultFolder(string path, bool overwrite)
    {
        Path = System.IO.Path.GetFullPath(path);
        _overwrite = overwrite;
        Staging = Path + ".partial";
    }

    /// <summary>The folder's final path.</summary>
    public string Path { get; }

    /// <summary>Where the files are written until <see cref="Commit"/>.</summary>
    public string Staging { get; }

    /// <summary>Throws when there is something at the path that must not be replaced. Call it before the long work.</summary>
    /// <exception cref="OutputException">The folder exists and is not to be overwritten, or a file is in the way.</exception>
    public static void Check(string path, bool overwrite)
    {
        if (File.Exists(path)) throw new OutputException(path, "this is a file, not a folder for results");
        if (Directory.Exists(path) && !overwrite && Directory.EnumerateFileSystemEntries(path).Any())
            throw new OutputException(path, "the folder exists already; choose another with --output or replace it with --overwrite");
    }

    /// <summary>Begins to write.</summary>
    /// <exception cref="OutputException">The folder cannot be made.</exception>
    public static ResultFolder Create(string path, bool overwrite)
    {
        Check(path, overwrite);
        var folder = new ResultFolder(path, overwrite);
        Guard(folder.Path, () =>
        {
            if (Directory.Exists(folder.Staging)) Directory.Delete(folder.Staging, recursive: true);
            Directory.CreateDirectory(folder.Staging);
        });
        return folder;
    }

    /// <summary>Path to write a file at; its folder is made.</summary>
    /// <param name="name">Name inside the folder, with slashes.</param>
    public string PathOf(string name)
    {
        var path = System.IO.Path.Combine(Staging, name);
        Guard(System.IO.Path.Combine(Path, name), () => Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!));
        return path;
    }

    /// <summary>Writes a file.</summary>
    /// <exception cref="OutputException">It cannot be written: no space, no permission.</exception>
    public void Write(string name, Action<Stream> write)
    {
        var path = PathOf(name);
        Guard(System.IO.Path.Combine(Path, name), () =>
        {
            using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
            write(stream);
            stream.Flush(flushToDisk: true);
        });
    }

    /// <summary>Gives the folder its name. What was there before is replaced when that was asked for.</summary>
    /// <exception cref="OutputException">It cannot be renamed.</exception>
    public void Commit() => Guard(Path, () =>
    {
        var old = Path + ".old";
        if (Directory.Exists(Path))
        {
            if (!_overwrite && Directory.EnumerateFileSystemEntries(Path).Any()) Check(Path, overwrite: false);
            if (Directory.Exists(old)) Directory.Delete(old, recursive: true);
            Directory.Move(Path, old);
        }
        Directory.Move(Staging, Path);
        _committed = true;
        if (Directory.Exists(old)) Directory.Delete(old, recursive: true);
    });

    /// <summary>Removes what was written unless it was committed.</summary>
    public void Dispose()
    {
        if (!_committed && Directory.Exists(Staging)) Directory.Delete(Staging, recursive: true);
    }

    private static void Guard(string path, Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw OutputException.Of(path, error);
        }
    }
}
