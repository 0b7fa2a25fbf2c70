using Ristretto.Columns.Arrays;

namespace Ristretto.Events.Batches;

/// <summary>Objects of one kind, some number in each event, column by column. Selecting gives a collection of the same type.</summary>
/// <typeparam name="TSelf">The collection, for example Jets.</typeparam>
public abstract class ObjectCollection<TSelf> : ObjectCollection where TSelf : ObjectCollection<TSelf>
{
    /// <summary>The whole collection of the batch's events.</summary>
    protected ObjectCollection(EventBatch batch, string counter) : base(batch, counter) { }

    /// <summary>Some objects of a collection.</summary>
    protected ObjectCollection(TSelf parent, ObjectSelection selection) : base(parent, selection) { }

    /// <summary>The objects for which the mask is true; every event keeps its list, possibly empty.</summary>
    public TSelf this[JaggedMask mask] => Create(Select(mask));

    /// <summary>The objects at the given positions of each event's list, in the given order.</summary>
    public TSelf this[LocalIndex index] => Create(Select(index));

    /// <summary>The objects of the events for which the mask is true.</summary>
    public TSelf this[Mask events] => Create(Select(events.ToIndex()));

    /// <summary>The objects of the given events.</summary>
    public TSelf this[EventIndex events] => Create(Select(events));

    /// <summary>A collection of the same type with the chosen objects.</summary>
    protected abstract TSelf Create(ObjectSelection selection);
}
