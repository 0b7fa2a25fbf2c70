namespace Ristretto.Events.Corrections.Nodes;

/// <summary>An axis together with the input that is looked up on it and the rule for values outside.</summary>
internal sealed class BinnedInput(Context context, int input, Axis axis, Flow flow)
{
    internal Axis Axis => axis;

    internal int Input => input;

    internal int Bin(in Arguments arguments) => Bin(context.Number(arguments, input));

    /// <summary>The bin after the rule for values outside was applied; −1 where the value of the flow node counts.</summary>
    internal int Bin(double x)
    {
        if (flow == Flow.Wrap)
        {
            if (!double.IsFinite(x)) context.NotFinite(input, x, "cannot be wrapped around an axis");
            return axis.FindWrapped(x);
        }
        var bin = axis.Find(x);
        if ((uint)bin < (uint)axis.Bins) return bin;
        if (flow == Flow.Clamp) return bin < 0 ? 0 : axis.Bins - 1;
        if (flow == Flow.Error) context.OutOfRange(input, x, axis.Low, axis.High);
        return -1;
    }
}
