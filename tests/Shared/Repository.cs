namespace Ristretto.Tests.Shared;

/// <summary>The clone that the tests were built from: its folder and its text files, without what builds and tools leave behind.</summary>
internal static class Repository
{
    private static readonly string[] s_leftOut = [".git", "artifacts", "node_modules", "demo-output", "bin", "obj", ".vs", ".idea"];

    /// <summary>The folder that holds Ristretto.slnx.</summary>
    internal static string Root { get; } = FindRoot();

    /// <summary>An absolute path from parts below the root.</summary>
    internal static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The paths of all files, relative to the root, with slashes, in ordinal order.</summary>
    internal static IReadOnlyList<string> Files { get; } = Walk(new DirectoryInfo(Root)).Order(StringComparer.Ordinal).ToList();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Ristretto.slnx"))) return folder.FullName;
        }
        throw new DirectoryNotFoundException($"no folder above {AppContext.BaseDirectory} holds Ristretto.slnx: the tests run from a clone");
    }

    private static IEnumerable<string> Walk(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles())
        {
            yield return Path.GetRelativePath(Root, file.FullName).Replace('\\', '/');
        }
        foreach (var child in folder.EnumerateDirectories().Where(child => !s_leftOut.Contains(child.Name) && child.LinkTarget is null))
        {
            foreach (var file in Walk(child)) yield return file;
        }
    }
}
