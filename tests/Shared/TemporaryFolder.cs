namespace Ristretto.Tests.Shared;

/// <summary>An empty folder of a test, gone with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>The folder's absolute path.</summary>
    internal string Path { get; } = Directory.CreateTempSubdirectory("ristretto-test-").FullName;

    /// <summary>A path in the folder.</summary>
    internal string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file, with the folders above it, and gives its path.</summary>
    internal string Write(string name, string text, bool executable = false)
    {
        var path = this[name];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        if (executable && !OperatingSystem.IsWindows()) File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
