using Ristretto.Events.Batches;
using Ristretto.Events.Systematics;

namespace Ristretto.Events.Graphs;

/// <summary>Something that is done with the events of a node.</summary>
internal abstract class NodeAction<TBatch> where TBatch : EventBatch, new()
{
    /// <summary>Does it with the events as they are and under each variation.</summary>
    internal abstract void Perform(NodeView<TBatch> view, NodeView<TBatch>[] variants, IReadOnlyList<Variation> variations);
}

/// <summary>Something that is done with the events as they are.</summary>
internal sealed class NominalAction<TBatch>(Action<TBatch> action) : NodeAction<TBatch> where TBatch : EventBatch, new()
{
    internal override void Perform(NodeView<TBatch> view, NodeView<TBatch>[] variants, IReadOnlyList<Variation> variations)
    {
        if (view.Events.Length > 0 || view.Root.Events.Length == 0) action(view.Events);
    }
}

/// <summary>Something that is done with a quantity as it is and as it is under each variation; it is computed again where the variation changes what it is made of.</summary>
internal sealed class VariedAction<TBatch, T>(Func<TBatch, T> quantity, Action<Varied<T>> fill) : NodeAction<TBatch> where TBatch : EventBatch, new()
{
    internal override void Perform(NodeView<TBatch> view, NodeView<TBatch>[] variants, IReadOnlyList<Variation> variations)
    {
        if (variants.Length == 0)
        {
            fill(new Varied<T>(quantity(view.Events), [], [], []));
            return;
        }
        var reads = new ColumnSet();
        var nominal = view.Events.Tracing(reads, quantity);
        var (values, isOwn) = (new T[variants.Length], new bool[variants.Length]);
        for (var i = 0; i < variants.Length; i++)
        {
            isOwn[i] = !variants[i].IsSame || reads.Overlaps(variants[i].Shifted);
            values[i] = isOwn[i] ? quantity(variants[i].Events) : nominal;
        }
        fill(new Varied<T>(nominal, [.. variations], values, isOwn));
    }
}
