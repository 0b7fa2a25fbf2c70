using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ristretto.Bytes.NTuples.Writing;
using Ristretto.Bytes.Trees.Writing;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;

namespace Ristretto.Events.Graphs.Snapshots;

/// <summary>A column of a snapshot.</summary>
/// <typeparam name="TBatch">The type of the events.</typeparam>
/// <typeparam name="T">The type of its values, bool for yes or no.</typeparam>
internal sealed record SnapshotColumn<TBatch, T>(string Name, string Title, string? Counter, Func<TBatch, (ColumnBuffer<T> Values, Lists Lists)> Values)
    : SnapshotColumn<TBatch>(Name, Title, Counter, Unsafe.SizeOf<T>()) where TBatch : EventBatch where T : unmanaged
{
    internal override void Take(TBatch events, SnapshotValues to)
    {
        var (values, lists) = Values(events);
        if (Counter is not null) to.SetLengths(Name, Counter, lists);
        to.Append(Name, MemoryMarshal.AsBytes((ReadOnlySpan<T>)values.Span));
    }

    internal override Action<ReadOnlySpan<byte>> MakeIn(TreeWriter tree)
    {
        var column = tree.Column<T>(Name, Counter, Title);
        return bytes => column.Append(MemoryMarshal.Cast<byte, T>(bytes));
    }

    internal override Action<ReadOnlySpan<byte>> MakeIn(NTupleWriter tuple, CollectionField? collection)
    {
        var member = Name[(Name.IndexOf('_', StringComparison.Ordinal) + 1)..];
        var field = collection is null ? tuple.Field<T>(Name, Title) : collection.Field<T>(member, Title, Name);
        return bytes => field.Append(MemoryMarshal.Cast<byte, T>(bytes));
    }
}
