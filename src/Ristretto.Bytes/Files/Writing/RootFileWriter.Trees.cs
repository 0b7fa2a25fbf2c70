using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Trees.Writing;

namespace Ristretto.Bytes.Files.Writing;

public sealed partial class RootFileWriter
{
    /// <summary>Begins a tree.</summary>
    /// <param name="path">Name of the tree, behind names of directories joined by <c>/</c>; they are made as they are needed.</param>
    /// <exception cref="ArgumentException">The directory holds an object of that name.</exception>
    /// <exception cref="OutputException">The disk is full; the writer can then only be disposed.</exception>
    public TreeWriter Tree(string path) => Tree(path, new TreeOptions());

    /// <summary>Begins a tree.</summary>
    /// <param name="path">Name of the tree, behind names of directories joined by <c>/</c>; they are made as they are needed.</param>
    /// <param name="options">Title, codec, sizes of clusters and baskets.</param>
    /// <exception cref="ArgumentException">The directory holds an object of that name.</exception>
    /// <exception cref="OutputException">The disk is full; the writer can then only be disposed.</exception>
    public TreeWriter Tree(string path, TreeOptions options)
    {
        TreeWriter? tree = null;
        Guarded(() => tree = new TreeWriter(this, path, options));
        return tree!;
    }
}
