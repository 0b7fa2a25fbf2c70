using System.Runtime.InteropServices;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Trees;

namespace Ristretto.Events.Datasets;

/// <summary>What the files of a data set say about themselves, without a pass over the events.</summary>
public static class DatasetFiles
{
    /// <summary>Names of the branches in the tree of the first file; the other files are checked when the events are read.</summary>
    /// <exception cref="Ristretto.Bytes.Errors.SourceException">The file cannot be read.</exception>
    /// <exception cref="Ristretto.Bytes.Errors.SchemaException">It has no such tree.</exception>
    public static IReadOnlySet<string> Branches(this Dataset dataset)
    {
        using var file = RootFile.Open(dataset.Files[0].Path);
        return file.GetTree(dataset.Files[0].Tree).Branches.Select(branch => branch.Name).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The sum of generator weights before any selection: genEventSumw of the Runs trees of all files; null when a file has none.</summary>
    /// <exception cref="Ristretto.Bytes.Errors.SourceException">A file cannot be read.</exception>
    public static double? SumOfGeneratorWeights(this Dataset dataset)
    {
        var sum = 0.0;
        using var context = new DecodeContext();
        foreach (var input in dataset.Files)
        {
            using var file = RootFile.Open(input.Path);
            if (!file.AllKeys().Any(key => key.Path == "Runs")) return null;
            var tree = file.GetTree("Runs");
            if (!tree.TryGetBranch("genEventSumw", out var branch) || branch.LeafType != LeafType.Double) return null;
            using var reader = new BranchReader(branch, context);
            var values = new double[tree.Entries];
            reader.ReadValues(0, values.Length, MemoryMarshal.AsBytes(values.AsSpan()));
            sum += values.Sum();
        }
        return sum;
    }
}
