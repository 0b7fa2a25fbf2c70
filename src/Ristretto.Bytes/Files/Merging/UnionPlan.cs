using Ristretto.Bytes.NTuples.Merging;
using Ristretto.Bytes.Trees;
using Ristretto.Bytes.Trees.Merging;

namespace Ristretto.Bytes.Files.Merging;

/// <summary>What the files of a union have together, for trees and RNTuples that are not the same in all of them.</summary>
internal sealed class UnionPlan
{
    private readonly Dictionary<string, UnionSchema> _trees = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MergedSchema> _ntuples = new(StringComparer.Ordinal);

    /// <summary>Looks at all files.</summary>
    /// <param name="files">The files, one open at a time.</param>
    /// <param name="isSkipped">Whether the object of a path is left out.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="Errors.RistrettoException">A file cannot be read, or something of one name cannot be joined.</exception>
    public static UnionPlan Of(IEnumerable<RootFile> files, Func<string, bool> isSkipped, CancellationToken cancellation)
    {
        var plan = new UnionPlan();
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var (path, key) in file.NewestKeys())
            {
                if (isSkipped(path)) continue;
                if (RootFile.IsTree(key)) Of(plan._trees, path, () => new UnionSchema()).Add(Tree.Read(file, path, key));
                else if (RootFile.IsNTuple(key)) Of(plan._ntuples, path, () => new MergedSchema(path, isUnion: true)).Add(MergedSchema.Open(file, path, key));
            }
        }
        return plan;
    }

    /// <summary>Begins with an object that differs from file to file; null when it does not, or is of another kind.</summary>
    public IMergedObject? Begin(string path, RootFile file, KeyRecord key, MergeTarget target) =>
        RootFile.IsTree(key) && _trees.TryGetValue(path, out var tree) && tree.Differs ? new TreeUnion(path, file, key, tree, target)
        : RootFile.IsNTuple(key) && _ntuples.TryGetValue(path, out var ntuple) && ntuple.Differs ? new NTupleMerge(path, file, key, ntuple, target)
        : null;

    private static T Of<T>(Dictionary<string, T> known, string path, Func<T> make)
    {
        if (!known.TryGetValue(path, out var schema)) known.Add(path, schema = make());
        return schema;
    }
}
