namespace Ristretto.Bytes.NTuples.Writing;

/// <summary>A field with as many elements each time, <c>std::array</c>. It has no values of its own: append to <see cref="Item"/>.</summary>
public sealed class ArrayField : NTupleFieldWriter
{
    internal ArrayField(NTupleWriter tuple, NTupleFieldWriter? parent, string name, int length) : base(tuple, parent, name)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        Length = length;
    }

    /// <summary>Number of elements.</summary>
    public int Length { get; }

    /// <summary>The place of the elements.</summary>
    public FieldSlot Item => SubFields.Count == 0 ? new FieldSlot(Tuple, this, "_0") : throw new InvalidOperationException($"field \"{Name}\" has its elements already");

    /// <inheritdoc/>
    public override string TypeName => SubFields is [{ TypeName.Length: > 0 } item] ? $"std::array<{item.TypeName},{Length}>" : "";

    internal override long ArraySize => Length;

    internal override long ItemsOf(NTupleFieldWriter item, long elements) => elements * Length;
}
