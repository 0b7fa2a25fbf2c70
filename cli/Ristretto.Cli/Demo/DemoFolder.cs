using System.Reflection;
using Ristretto.Bytes.Errors;

namespace Ristretto.Cli.Demo;

/// <summary>The folder that a demo makes: the samples, and the results beside them. A marker tells it from other folders.</summary>
internal sealed class DemoFolder
{
    private const string Marker = ".ristretto-demo";
    private const string ResourcePrefix = "demo/";

    private DemoFolder(string path) => Path = path;

    /// <summary>Where it is, as given.</summary>
    internal string Path { get; }

    /// <summary>The fileset of the samples.</summary>
    internal string Fileset => System.IO.Path.Combine(Samples, "fileset.json");

    /// <summary>Where the results are written before they take the place of older ones.</summary>
    internal string Fresh => System.IO.Path.Combine(Path, ".results");

    private string Samples => System.IO.Path.Combine(Path, "samples");

    /// <summary>Makes the folder, or takes that of an earlier demo, and unpacks the samples.</summary>
    /// <param name="path">Where.</param>
    /// <param name="overwrite">Whether a folder with other things may be used; these stay, unless they are called like a result.</param>
    /// <exception cref="OutputException">Something else is there, or it cannot be written.</exception>
    internal static DemoFolder Prepare(string path, bool overwrite)
    {
        if (File.Exists(path)) throw new OutputException(path, "this is a file, not a folder for the demo");
        var marker = System.IO.Path.Combine(path, Marker);
        if (Directory.Exists(path) && !File.Exists(marker) && !overwrite && Directory.EnumerateFileSystemEntries(path).Any())
            throw new OutputException(path, "the folder exists and was not made by a demo; choose another with --output or use it with --overwrite");
        var folder = new DemoFolder(path);
        Guard(path, () =>
        {
            Directory.CreateDirectory(path);
            File.WriteAllText(marker, "This folder was made by `ristretto demo`, which replaces what is in it.\n");
            folder.Unpack();
        });
        return folder;
    }

    /// <summary>Puts fresh results in the place of older ones.</summary>
    /// <exception cref="OutputException">They cannot be moved.</exception>
    internal void Publish() => Guard(Path, () =>
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(Fresh).ToArray())
        {
            var final = System.IO.Path.Combine(Path, System.IO.Path.GetFileName(entry));
            if (File.Exists(entry)) File.Move(entry, final, overwrite: true);
            else
            {
                if (Directory.Exists(final)) Directory.Delete(final, recursive: true);
                Directory.Move(entry, final);
            }
        }
        Directory.Delete(Fresh);
    });

    /// <summary>Where a file of the fresh results is after <see cref="Publish"/>.</summary>
    internal string Published(string freshPath) => System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(Fresh, freshPath));

    private void Unpack()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal)))
        {
            var final = System.IO.Path.Combine(Samples, name[ResourcePrefix.Length..].Replace('\\', '/'));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(final)!);
            using (var packed = assembly.GetManifestResourceStream(name)!)
            using (var file = File.Create(final + ".partial")) packed.CopyTo(file);
            File.Move(final + ".partial", final, overwrite: true);
        }
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
