namespace Ristretto.Events.Corrections.Nodes;

/// <summary>Corrections one after the other; the factor of each changes some inputs of the following ones.</summary>
/// <param name="stack">The corrections, each with the places of its inputs among those of the compound.</param>
/// <param name="updated">The inputs that are changed.</param>
/// <param name="inputOperation">How a factor changes an input.</param>
/// <param name="outputOperation">How the factors join to the result.</param>
internal sealed class CompoundNode((Node Node, int[] Inputs)[] stack, int[] updated, CompoundOperation inputOperation, CompoundOperation outputOperation) : Node
{
    internal override double Evaluate(in Arguments arguments)
    {
        Span<long> all = stackalloc long[arguments.Slots.Length];
        arguments.Slots.CopyTo(all);
        Span<long> some = stackalloc long[all.Length];
        var result = 0.0;
        for (var level = 0; level < stack.Length; level++)
        {
            var (node, inputs) = stack[level];
            for (var i = 0; i < inputs.Length; i++) some[i] = all[inputs[i]];
            var factor = node.Evaluate(new Arguments(some[..inputs.Length], default));
            foreach (var input in updated) all[input] = BitConverter.DoubleToInt64Bits(Join(inputOperation, BitConverter.Int64BitsToDouble(all[input]), factor));
            result = level == 0 ? factor : Join(outputOperation, result, factor);
        }
        return result;
    }

    internal override Node Fix(ReadOnlySpan<long> texts)
    {
        var all = texts.ToArray();
        return new CompoundNode(Array.ConvertAll(stack, level => (level.Node.Fix(Array.ConvertAll(level.Inputs, input => all[input])), level.Inputs)), updated, inputOperation, outputOperation);
    }

    private static double Join(CompoundOperation operation, double left, double right) => operation switch
    {
        CompoundOperation.Add => left + right,
        CompoundOperation.Multiply => left * right,
        CompoundOperation.Divide => left / right,
        _ => right,
    };
}
