using Ristretto.Bytes.Files;
using Ristretto.Bytes.NTuples;
using Ristretto.Bytes.Trees;
using Ristretto.Cli.Rendering;

namespace Ristretto.Cli.Listings;

/// <summary>An object of a file.</summary>
/// <param name="Path">Directory names and name.</param>
/// <param name="Key">Its key.</param>
/// <param name="Tree">Its description when it is a tree.</param>
/// <param name="NTuple">Its description when it is an RNTuple.</param>
internal sealed record ObjectEntry(string Path, KeyRecord Key, Tree? Tree, NTuple? NTuple)
{
    /// <summary>The objects of a directory, of all directories below too when asked for; of each name the highest cycle.</summary>
    internal static IReadOnlyList<ObjectEntry> Of(RootFile file, bool recursive)
    {
        var keys = recursive ? file.AllKeys() : file.Directory.Keys.Select(key => (Path: key.Name, Key: key));
        return [.. keys.GroupBy(entry => entry.Path)
            .Select(cycles => cycles.MaxBy(entry => entry.Key.Cycle))
            .Select(entry => new ObjectEntry(entry.Path, entry.Key, RootFile.IsTree(entry.Key) ? file.GetTree($"{entry.Path};{entry.Key.Cycle}") : null,
                RootFile.IsNTuple(entry.Key) ? file.GetNTuple($"{entry.Path};{entry.Key.Cycle}") : null))];
    }

    /// <summary>Number of clusters of the tree or RNTuple: parts that can be read by themselves.</summary>
    internal int Clusters => Tree is { Entries: > 0 } ? Tree.ClusterBoundaries(Tree.Branches).Count - 1 : NTuple is { Entries: > 0 } ? NTuple.ClusterBoundaries.Count - 1 : 0;

    /// <summary>Bytes in the file.</summary>
    internal long StoredBytes => Key.TotalBytes + (Tree?.CompressedBytes ?? NTuple?.CompressedBytes ?? 0);

    /// <summary>Bytes decompressed.</summary>
    internal long UnpackedBytes => Key.ObjectBytes + (Tree?.UncompressedBytes ?? NTuple?.UncompressedBytes ?? 0);

    /// <summary>One row of the listing.</summary>
    internal string[] Row(string compression)
    {
        if (Tree is not null) return Row(Tree.Entries, Quantity.Count(Tree.Fields.Count + Tree.Unread.Count, "branch", "branches"), compression, Tree.Title);
        if (NTuple is not null) return Row(NTuple.Entries, Quantity.Count(NTuple.Fields.Count, "field", "fields"), NTuple.Compression < 0 ? "" : Compression.Name(NTuple.Compression), NTuple.Description);
        return [Path, Key.ClassName, "", "", Quantity.Bytes(StoredBytes), "", "", "", Key.Title];
    }

    private string[] Row(long entries, string columns, string compression, string title) =>
        [Path, Key.ClassName, Quantity.Count(entries, "entry", "entries"), columns, Quantity.Bytes(StoredBytes), $"{Quantity.Bytes(UnpackedBytes)} unpacked", compression,
            Quantity.Count(Clusters, "cluster", "clusters"), title == Key.Name ? "" : title];
}
