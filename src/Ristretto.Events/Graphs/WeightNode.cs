using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;

namespace Ristretto.Events.Graphs;

/// <summary>The same events with other weights.</summary>
internal sealed class WeightNode<TBatch> : GraphNode<TBatch> where TBatch : EventBatch, new()
{
    private readonly Definition<TBatch, Column<double>> _weights;

    internal WeightNode(GraphNode<TBatch> parent, Func<TBatch, Column<double>> weights) : base(parent)
    {
        var before = parent.Weighing;
        _weights = parent.Define(before is null ? weights : events => before(events) * weights(events));
    }

    internal override EventGraph<TBatch> Graph => Parent!.Graph;

    internal override Func<TBatch, Column<double>> Weighing => _weights.Of;

    internal override GraphNode<TBatch> Home => Parent!.Home;
}
