namespace Ristretto.Events.Corrections.Nodes;

/// <summary>A number.</summary>
internal sealed class ConstantNode(double value) : Node
{
    internal double Value => value;

    internal override double Evaluate(in Arguments arguments) => value;
}
