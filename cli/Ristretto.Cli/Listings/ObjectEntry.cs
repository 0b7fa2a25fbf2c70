using Ristretto.Bytes.Files;
using Ristretto.Bytes.Trees;
using Ristretto.Cli.Rendering;

namespace Ristretto.Cli.Listings;

/// <summary>An object of a file.</summary>
/// <param name="Path">Directory names and name.</param>
/// <param name="Key">Its key.</param>
/// <param name="Tree">Its description when it is a tree.</param>
internal sealed record ObjectEntry(string Path, KeyRecord Key, Tree? Tree)
{
    /// <summary>The objects of a directory, of all directories below too when asked for; of each name the highest cycle.</summary>
    internal static IReadOnlyList<ObjectEntry> Of(RootFile file, bool recursive)
    {
        var keys = recursive ? file.AllKeys() : file.Directory.Keys.Select(key => (Path: key.Name, Key: key));
        return [.. keys.GroupBy(entry => entry.Path)
            .Select(cycles => cycles.MaxBy(entry => entry.Key.Cycle))
            .Select(entry => new ObjectEntry(entry.Path, entry.Key, RootFile.IsTree(entry.Key) ? file.GetTree($"{entry.Path};{entry.Key.Cycle}") : null))];
    }

    /// <summary>Number of clusters of the tree: parts that can be read by themselves.</summary>
    internal int Clusters => Tree is { Entries: > 0 } ? Tree.ClusterBoundaries(Tree.Branches).Count - 1 : 0;

    /// <summary>Bytes in the file.</summary>
    internal long StoredBytes => Key.TotalBytes + (Tree?.CompressedBytes ?? 0);

    /// <summary>Bytes decompressed.</summary>
    internal long UnpackedBytes => Key.ObjectBytes + (Tree?.UncompressedBytes ?? 0);

    /// <summary>One row of the listing.</summary>
    internal string[] Row(string compression) => Tree is null
        ? [Path, Key.ClassName, "", "", Quantity.Bytes(StoredBytes), "", "", "", Key.Title]
        : [Path, Key.ClassName, Quantity.Count(Tree.Entries, "entry", "entries"), Quantity.Count(Tree.Branches.Count + Tree.Unread.Count, "branch", "branches"),
            Quantity.Bytes(StoredBytes), $"{Quantity.Bytes(UnpackedBytes)} unpacked", compression, Quantity.Count(Clusters, "cluster", "clusters"),
            Tree.Title == Key.Name ? "" : Tree.Title];
}
