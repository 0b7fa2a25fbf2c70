namespace Ristretto.Events.Corrections.Nodes;

/// <summary>Replaces one input by the value of a rule and evaluates the content with it.</summary>
internal sealed class TransformNode(Context context, int input, Node rule, Node content) : Node
{
    internal override double Evaluate(in Arguments arguments)
    {
        var value = rule.Evaluate(arguments);
        var before = arguments.Slots[input];
        arguments.Slots[input] = context.Inputs[input].Type == CorrectionType.Real ? BitConverter.DoubleToInt64Bits(value) : ToInteger(value);
        var result = content.Evaluate(arguments);
        arguments.Slots[input] = before;
        return result;
    }

    internal override Node Fix(ReadOnlySpan<long> texts)
    {
        var (fixedRule, fixedContent) = (rule.Fix(texts), content.Fix(texts));
        return ReferenceEquals(fixedRule, rule) && ReferenceEquals(fixedContent, content) ? this : new TransformNode(context, input, fixedRule, fixedContent);
    }

    /// <summary>Halves are rounded away from zero.</summary>
    private long ToInteger(double value)
    {
        if (!(Math.Abs(value) < 9e18)) context.NotFinite(input, value, "comes from a transform and is no integer");
        return (long)Math.Round(value, MidpointRounding.AwayFromZero);
    }
}
