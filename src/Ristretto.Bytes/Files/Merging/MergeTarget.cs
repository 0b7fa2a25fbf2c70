using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.NTuples.Merging;
using Ristretto.Bytes.Sources;
using Ristretto.Bytes.Trees.Merging;

namespace Ristretto.Bytes.Files.Merging;

/// <summary>The file that a merge writes, with what all its objects share.</summary>
/// <param name="Writer">The file.</param>
/// <param name="Counters">What is copied.</param>
/// <param name="Compression">Codec for baskets and pages; null to copy them as they are.</param>
/// <param name="Connections">The connections to servers; may be null.</param>
/// <param name="Progress">Is told after each piece; may be null.</param>
/// <param name="Cancellation">Stops the merge.</param>
internal sealed record MergeTarget(RootFileWriter Writer, MergeCounters Counters, Compression? Compression, Connections? Connections, Action? Progress, CancellationToken Cancellation)
{
    /// <summary>Begins with an object that is copied as it is stored.</summary>
    public IMergedObject Copy(string path, RootFile file, KeyRecord key) =>
        RootFile.IsTree(key) ? new TreeMerge(path, file, key, this)
        : RootFile.IsNTuple(key) ? new NTupleMerge(path, file, key, null, this)
        : new KeptObject(path, file, key, this);

    /// <summary>Hands a record over, which is then written in its turn.</summary>
    public void Submit(PendingRecord record)
    {
        Writer.Guarded(() => Writer.Queue.Submit(record));
        Progress?.Invoke();
    }

    /// <summary>Waits until all is written that was handed over: the input may be closed then.</summary>
    public void Drain() => Writer.Guarded(Writer.Queue.Drain);
}
