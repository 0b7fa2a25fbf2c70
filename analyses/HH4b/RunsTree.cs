using System.Runtime.InteropServices;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Trees;
using Ristretto.Events.Datasets;

namespace Ristretto.Analyses.HH4b;

/// <summary>What the Runs trees of a data set say about the events before any selection.</summary>
internal static class RunsTree
{
    /// <summary>The sum of genEventSumw over all files; null when a file has no such tree or branch.</summary>
    internal static double? SumOfWeights(Dataset dataset)
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
