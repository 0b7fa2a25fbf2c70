using Ristretto.Columns.Arrays;

namespace Ristretto.Events.Batches;

/// <summary>Which objects of a collection are chosen.</summary>
public readonly struct ObjectSelection
{
    internal ObjectSelection(Lists lists, ColumnBuffer<int> positions, bool hasAllEvents = true) =>
        (Lists, Positions, HasAllEvents) = (lists, positions, hasAllEvents);

    internal Lists Lists { get; }

    internal ColumnBuffer<int> Positions { get; }

    /// <summary>Whether list i still belongs to event i of the batch.</summary>
    internal bool HasAllEvents { get; }
}
