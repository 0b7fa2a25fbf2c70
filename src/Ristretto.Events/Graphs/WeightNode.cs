using Ristretto.Events.Batches;
using Ristretto.Events.Selections;

namespace Ristretto.Events.Graphs;

/// <summary>The same events with another factor in their weights.</summary>
internal sealed class WeightNode<TBatch> : GraphNode<TBatch> where TBatch : EventBatch, new()
{
    private readonly Definition<TBatch, Weights> _weights;

    internal WeightNode(GraphNode<TBatch> parent, Action<Weights, TBatch> factor) : base(parent)
    {
        var before = parent.Weighing;
        _weights = new Definition<TBatch, Weights>(parent.Home, events =>
        {
            var weights = before is null ? new Weights(events) : before(events).Copy();
            factor(weights, events);
            return weights;
        }, static (weights, events) => weights[events])
        { Id = parent.Graph.NextDefinition() };
    }

    internal override EventGraph<TBatch> Graph => Parent!.Graph;

    internal override Func<TBatch, Weights> Weighing => _weights.Of;

    internal override GraphNode<TBatch> Home => Parent!.Home;
}
