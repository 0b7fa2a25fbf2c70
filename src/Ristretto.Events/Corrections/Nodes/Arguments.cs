namespace Ristretto.Events.Corrections.Nodes;

/// <summary>The inputs of one evaluation, one slot of 64 bits each: the bits of a double, an integer, or the number of a text.</summary>
internal readonly ref struct Arguments(Span<long> slots, ReadOnlySpan<CorrectionInput> given)
{
    /// <summary>The slots in the order of the inputs; a transform changes them while its content is evaluated.</summary>
    internal readonly Span<long> Slots = slots;

    /// <summary>The inputs as the caller gave them, for messages; may be empty.</summary>
    internal readonly ReadOnlySpan<CorrectionInput> Given = given;

    internal double Real(int input) => BitConverter.Int64BitsToDouble(Slots[input]);
}
