namespace Ristretto.Events.Corrections.Nodes;

/// <summary>A value per bin of one input, or per cell of several; cells in C order, the last input fastest.</summary>
internal sealed class BinningNode(BinnedInput[] inputs, BinContents contents, Node? flow) : Node
{
    /// <summary>The only input; null when there are several.</summary>
    internal BinnedInput? Single => inputs.Length == 1 ? inputs[0] : null;

    /// <summary>The table of numbers; null when some content is not a number.</summary>
    internal double[]? Numbers => contents.Numbers;

    /// <summary>The node for values outside; null unless the payload has one.</summary>
    internal Node? FlowNode => flow;

    internal override double Evaluate(in Arguments arguments)
    {
        var cell = 0;
        foreach (var input in inputs)
        {
            var bin = input.Bin(arguments);
            if (bin < 0) return flow!.Evaluate(arguments);
            cell = cell * input.Axis.Bins + bin;
        }
        return contents.Evaluate(cell, arguments);
    }

    internal override Node Fix(ReadOnlySpan<long> texts)
    {
        var (fixedContents, fixedFlow) = (contents.Fix(texts), flow?.Fix(texts));
        return ReferenceEquals(fixedContents, contents) && ReferenceEquals(fixedFlow, flow) ? this : new BinningNode(inputs, fixedContents, fixedFlow);
    }
}
