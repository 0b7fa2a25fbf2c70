using System.IO.MemoryMappedFiles;

namespace Ristretto.Fuzz.Running;

/// <summary>A few bytes of shared memory that say which mutation a process is at, readable when it has died.</summary>
internal sealed class Journal : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    /// <summary>Opens it.</summary>
    internal Journal(string path)
    {
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, null, 16);
        _view = _file.CreateViewAccessor();
    }

    /// <summary>Number of the mutation at hand.</summary>
    internal long Number
    {
        get => _view.ReadInt64(0);
        set => _view.Write(0, value);
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }
}
