namespace Ristretto.Tests.Shared.Servers;

/// <summary>A folder that servers show: files of known bytes.</summary>
internal sealed class ServedFiles : IDisposable
{
    /// <summary>Length of the large file.</summary>
    internal const int LargeLength = 12_345_678;

    private readonly TemporaryFolder _folder = new();

    internal ServedFiles()
    {
        // servers that do not run as root must get in
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_101_101);
        Large = new byte[LargeLength];
        new Random(1).NextBytes(Large);
        Write("store/large.bin", Large);
        Write("store/small.bin", Large[..1000]);
        Write("store/empty.bin", []);
        foreach (var name in (string[])["f1.root", "f2.root", "f10.root", "notes.txt"]) Write($"store/many/{name}", Large[..2000]);
        Write("store/many/deeper/f3.root", Large[..2000]);
        Write("store/many/with space.root", Large[..2000]);
    }

    /// <summary>The folder that is the servers' root; all files are below <c>store/</c>.</summary>
    internal string Root => _folder.Path;

    /// <summary>The bytes of <c>store/large.bin</c>.</summary>
    internal byte[] Large { get; }

    /// <summary>A path below the root.</summary>
    internal string this[string name] => _folder[name];

    /// <summary>Writes a file.</summary>
    internal void Write(string name, byte[] bytes)
    {
        var path = _folder[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    public void Dispose() => _folder.Dispose();
}
