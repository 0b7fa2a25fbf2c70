using Ristretto.Bytes.Errors;
using Ristretto.Bytes.NTuples.Writing;

namespace Ristretto.Bytes.Files.Writing;

public sealed partial class RootFileWriter
{
    /// <summary>Begins an ntuple (RNTuple).</summary>
    /// <param name="path">Name of the ntuple, behind names of directories joined by <c>/</c>; they are made as they are needed.</param>
    /// <exception cref="ArgumentException">The directory holds an object of that name.</exception>
    /// <exception cref="OutputException">The disk is full; the writer can then only be disposed.</exception>
    public NTupleWriter NTuple(string path) => NTuple(path, new NTupleOptions());

    /// <summary>Begins an ntuple (RNTuple).</summary>
    /// <param name="path">Name of the ntuple, behind names of directories joined by <c>/</c>; they are made as they are needed.</param>
    /// <param name="options">Description, codec, sizes of clusters and pages.</param>
    /// <exception cref="ArgumentException">The directory holds an object of that name.</exception>
    /// <exception cref="OutputException">The disk is full; the writer can then only be disposed.</exception>
    public NTupleWriter NTuple(string path, NTupleOptions options)
    {
        NTupleWriter? tuple = null;
        Guarded(() => tuple = new NTupleWriter(this, path, options));
        return tuple!;
    }
}
