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
    /// <summary>The object of a key.</summary>
    internal static ObjectEntry Of(RootFile file, string path, KeyRecord key) =>
        new(path, key, RootFile.IsTree(key) ? file.GetTree($"{path};{key.Cycle}") : null, RootFile.IsNTuple(key) ? file.GetNTuple($"{path};{key.Cycle}") : null);

    /// <summary>The path by which a key was found, without the cycle.</summary>
    internal static string WithoutCycle(string path, KeyRecord key) =>
        !key.Name.Contains(';', StringComparison.Ordinal) && path.EndsWith($";{key.Cycle}", StringComparison.Ordinal) ? path[..path.LastIndexOf(';')] : path;

    /// <summary>Number of clusters of the tree or RNTuple: parts that can be read by themselves.</summary>
    internal int Clusters => Tree is { Entries: > 0 } ? Tree.ClusterBoundaries(Tree.Branches).Count - 1 : NTuple is { Entries: > 0 } ? NTuple.ClusterBoundaries.Count - 1 : 0;

    /// <summary>Number of entries of the tree or RNTuple; null for other objects.</summary>
    internal long? Entries => Tree?.Entries ?? NTuple?.Entries;

    /// <summary>Text for people.</summary>
    internal string Title => Tree?.Title ?? NTuple?.Description ?? Key.Title;

    /// <summary>Bytes in the file.</summary>
    internal long StoredBytes => Key.TotalBytes + (Tree?.CompressedBytes ?? NTuple?.CompressedBytes ?? 0);

    /// <summary>Bytes decompressed.</summary>
    internal long UnpackedBytes => Key.ObjectBytes + (Tree?.UncompressedBytes ?? NTuple?.UncompressedBytes ?? 0);

    /// <summary>How it is compressed, as words; empty when that is not said.</summary>
    internal string CompressionName(RootFile file)
    {
        if (NTuple is not null) return NTuple.Compression < 0 ? "" : Compression.Name(NTuple.Compression);
        if (Tree is null) return Key.IsCompressed ? Compression.Name(file.Header.Compression) : "uncompressed";
        var settings = Tree.Fields.Select(field => field.Compression).Distinct().Take(2).ToArray();
        return settings.Length switch { 0 => "", 1 => Compression.Name(settings[0]), _ => "several codecs" };
    }

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
