namespace Ristretto.Events.Corrections.Nodes;

/// <summary>A part per key, for an input that is a text or an integer.</summary>
/// <param name="context">The correction.</param>
/// <param name="input">The input.</param>
/// <param name="keys">The keys, rising.</param>
/// <param name="parts">The part of each key.</param>
/// <param name="fallback">The part for all other values; null when they are errors.</param>
internal sealed class CategoryNode(Context context, int input, long[] keys, Node[] parts, Node? fallback) : Node
{
    internal override double Evaluate(in Arguments arguments)
    {
        if (Choose(arguments.Slots[input]) is { } part) return part.Evaluate(arguments);
        Throw(arguments);
        return 0;
    }

    internal override Node Fix(ReadOnlySpan<long> texts)
    {
        if (IsText && Choose(texts[input]) is { } part) return part.Fix(texts);
        if (IsText) return this;
        var (fixedParts, fixedFallback) = (FixAll(parts, texts), fallback?.Fix(texts));
        return ReferenceEquals(fixedParts, parts) && ReferenceEquals(fixedFallback, fallback) ? this : new CategoryNode(context, input, keys, fixedParts, fixedFallback);
    }

    /// <summary>Whether the choice depends on a text alone.</summary>
    internal bool IsText => context.Inputs[input].Type == CorrectionType.Text;

    /// <summary>Throws the error for a value without a part.</summary>
    internal void Throw(in Arguments arguments) => context.UnknownKey(input, arguments, keys);

    private Node? Choose(long value)
    {
        var at = keys.Length > 8 ? Array.BinarySearch(keys, value) : Array.IndexOf(keys, value);
        return at >= 0 ? parts[at] : fallback;
    }
}
