namespace Ristretto.Events.Corrections.Nodes;

/// <summary>The contents of bins: one table of numbers when all are numbers, nodes otherwise.</summary>
internal sealed class BinContents
{
    private readonly Node[]? _nodes;

    internal BinContents(Node[] nodes)
    {
        if (Array.TrueForAll(nodes, node => node is ConstantNode)) Numbers = Array.ConvertAll(nodes, node => ((ConstantNode)node).Value);
        else _nodes = nodes;
    }

    /// <summary>The table; null when some content is not a number.</summary>
    internal double[]? Numbers { get; }

    internal double Evaluate(int bin, in Arguments arguments) => Numbers is { } numbers ? numbers[bin] : _nodes![bin].Evaluate(arguments);

    /// <summary>The contents for fixed texts; the same object when nothing changes.</summary>
    internal BinContents Fix(ReadOnlySpan<long> texts)
    {
        if (_nodes is null) return this;
        var nodes = Node.FixAll(_nodes, texts);
        return ReferenceEquals(nodes, _nodes) ? this : new(nodes);
    }
}
