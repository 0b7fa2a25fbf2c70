using Ristretto.Bytes.NTuples.Writing;
using Ristretto.Bytes.Trees.Writing;
using Ristretto.Events.Batches;

namespace Ristretto.Events.Graphs.Snapshots;

/// <summary>A column of a snapshot: how its values are taken from events, and how they are written.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Title">What it means; empty for nothing.</param>
/// <param name="Counter">The column with the lengths of its lists; null for one value per event.</param>
/// <param name="ValueBytes">Bytes of a value.</param>
internal abstract record SnapshotColumn<TBatch>(string Name, string Title, string? Counter, int ValueBytes) where TBatch : EventBatch
{
    /// <summary>Appends the values of some events.</summary>
    internal abstract void Take(TBatch events, SnapshotValues to);

    /// <summary>What writes the values to a column of a tree.</summary>
    internal abstract Action<ReadOnlySpan<byte>> MakeIn(TreeWriter tree);

    /// <summary>What writes the values to a field of an RNTuple.</summary>
    /// <param name="tuple">The RNTuple.</param>
    /// <param name="collection">For lists: the collection that they belong to.</param>
    internal abstract Action<ReadOnlySpan<byte>> MakeIn(NTupleWriter tuple, CollectionField? collection);
}
