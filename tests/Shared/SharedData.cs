namespace Ristretto.Tests.Shared;

/// <summary>Finds the reference data that tests compare with: the folder in the environment variable RISTRETTO_DATA, or else the nearest
/// <c>shared/data</c> beside a folder above the test program.</summary>
internal static class SharedData
{
    private static readonly string? s_root = Find();

    /// <summary>Whether the reference data are there at all.</summary>
    private static bool IsThere => s_root is not null;

    /// <summary>The files with an answer key, by folder and name; where the reference data are not there, one name, so that its test is there to be skipped.</summary>
    public static TheoryData<string, string> ReferenceFiles()
    {
        var files = new TheoryData<string, string>();
        if (!IsThere) files.Add("root", "nano_dy.root");
        else
            foreach (var folder in (ReadOnlySpan<string>)["root", "root-written"])
                foreach (var path in Directory.EnumerateFiles(Path(folder, "expected"), "*.root.json").Order(StringComparer.Ordinal)) files.Add(folder, System.IO.Path.GetFileName(path)[..^5]);
        return files;
    }

    /// <summary>The path of a file or folder of the reference data; the test is skipped, and counted as such, when it is not there.</summary>
    internal static string Path(params string[] parts)
    {
        if (s_root is null) Assert.Skip("the reference data are not here; set RISTRETTO_DATA to their folder");
        var path = System.IO.Path.Combine([s_root!, .. parts]);
        if (!File.Exists(path) && !Directory.Exists(path)) Assert.Skip($"the reference data have no {string.Join('/', parts)}");
        return path;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("RISTRETTO_DATA") is { Length: > 0 } named) return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = System.IO.Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(candidate)) return candidate;
        }
        return null;
    }
}
