using Ristretto.Bytes.Errors;

namespace Ristretto.Cli.Projects;

/// <summary>A folder with the libraries as NuGet packages.</summary>
/// <param name="Folder">The folder, absolute.</param>
/// <param name="Version">The version of the newest packages in it.</param>
internal sealed record PackageFeed(string Folder, string Version)
{
    private const string First = "Ristretto.Plots.";

    /// <summary>The packages in a folder, or those of the clone that the program was built in.</summary>
    /// <param name="folder">The folder; null for that of the clone.</param>
    /// <exception cref="SourceException">There are none.</exception>
    internal static PackageFeed Find(string? folder)
    {
        var root = RootOfClone();
        folder ??= root is null ? null : Path.Combine(root, "artifacts", "packages");
        var pack = root is null ? "scripts/pack of a clone" : Path.Combine(root, "scripts", "pack");
        if (folder is null) throw new SourceException("--feed", $"no packages to build with: {pack} FOLDER makes them, --feed FOLDER names them");
        folder = Path.GetFullPath(folder);
        var packages = Directory.Exists(folder) ? new DirectoryInfo(folder).GetFiles($"{First}*.nupkg") : [];
        if (packages.MaxBy(package => package.LastWriteTimeUtc) is not { } newest)
            throw new SourceException(folder, $"has no packages of Ristretto; {pack} '{folder}' makes them, --feed names another folder");
        return new PackageFeed(folder, newest.Name[First.Length..^".nupkg".Length]);
    }

    /// <summary>The clone that the program was built in; null for an installed one.</summary>
    private static string? RootOfClone()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Ristretto.slnx"))) return folder.FullName;
        return null;
    }
}
