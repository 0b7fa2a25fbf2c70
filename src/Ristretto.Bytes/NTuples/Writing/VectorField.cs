namespace Ristretto.Bytes.NTuples.Writing;

/// <summary>A field of lists, <c>std::vector</c>, or of values that may be missing, <c>std::optional</c>.</summary>
public sealed class VectorField : NTupleFieldWriter
{
    private readonly ListEnds _ends = new();
    private readonly bool _isOptional;

    internal VectorField(NTupleWriter tuple, NTupleFieldWriter? parent, string name, bool isOptional) : base(tuple, parent, name) =>
        (_isOptional, Index) = (isOptional, tuple.IndexColumn());

    /// <summary>The place of the elements.</summary>
    public FieldSlot Item => SubFields.Count == 0 ? new FieldSlot(Tuple, this, "_0") : throw new InvalidOperationException($"field \"{Name}\" has its elements already");

    /// <inheritdoc/>
    public override string TypeName => SubFields is [{ TypeName.Length: > 0 } item] ? $"std::{(_isOptional ? "optional" : "vector")}<{item.TypeName}>" : "";

    internal override ushort Role => 1;

    /// <summary>The column of the ends.</summary>
    internal WrittenColumn Index { get; }

    internal override IReadOnlyList<WrittenColumn> Columns => [Index];

    private protected override long? WaitingElements => _ends.Count;

    /// <summary>Appends the length of each list, one per entry at the top; elements are appended to <see cref="Item"/>. 0 or 1 for values that may be missing.</summary>
    /// <exception cref="ArgumentException">A length is negative, or more than 1 for a value that may be missing.</exception>
    public void Append(ReadOnlySpan<int> lengths)
    {
        Tuple.RequireOpen();
        if (_isOptional && lengths.IndexOfAnyExceptInRange(0, 1) >= 0) throw new ArgumentException($"field \"{Name}\": a value is there once or not at all");
        _ends.Append(lengths, Name);
    }

    /// <summary>Appends the lists as where each begins, and behind the last one where it ends.</summary>
    /// <param name="offsets">Shape <c>[lists + 1]</c>.</param>
    /// <exception cref="ArgumentException">The offsets fall.</exception>
    public void AppendOffsets(ReadOnlySpan<int> offsets)
    {
        Span<int> lengths = stackalloc int[256];
        for (var from = 0; from < offsets.Length - 1; from += lengths.Length)
        {
            var count = Math.Min(lengths.Length, offsets.Length - 1 - from);
            for (var i = 0; i < count; i++) lengths[i] = offsets[from + i + 1] - offsets[from + i];
            Append(lengths[..count]);
        }
    }

    internal override long ItemsOf(NTupleFieldWriter item, long elements) => _ends.ElementsOf(elements);

    internal override void Release()
    {
        base.Release();
        _ends.Release();
    }

    private protected override long OwnBytesOf(long elements) => Index.BytesOf(elements);

    private protected override void CutOwn(WrittenCluster cluster, long elements) => SubmitPages(cluster, Index, _ends.Waiting, 8, elements, _ends.Leave(elements));
}
