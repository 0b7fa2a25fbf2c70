using System.Runtime.CompilerServices;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.NTuples.Writing;

/// <summary>A field of numbers or flags.</summary>
/// <typeparam name="T">bool, float, double or an integer of 8 to 64 bits.</typeparam>
public sealed class LeafField<T> : NTupleFieldWriter where T : unmanaged
{
    private readonly HandoverBuffer _values = new();
    private readonly WrittenColumn _column;

    internal LeafField(NTupleWriter tuple, NTupleFieldWriter? parent, string name) : base(tuple, parent, name)
    {
        var form = LeafForm.Of(typeof(T));
        TypeName = form.TypeName;
        // As ROOT: bytes are split where a codec profits from it.
        _column = new WrittenColumn(tuple.IsCompressed ? form.Split : form.Plain, form.Bits);
    }

    /// <inheritdoc/>
    public override string TypeName { get; }

    internal override IReadOnlyList<WrittenColumn> Columns => [_column];

    private protected override long? WaitingElements => _values.Length / Unsafe.SizeOf<T>();

    /// <summary>Appends values.</summary>
    /// <param name="values">One per element of what the field is in: per entry at the top, flat over all lists inside of a list.</param>
    public void Append(ReadOnlySpan<T> values)
    {
        Tuple.RequireOpen();
        _values.Append(values);
    }

    internal override void Release() => _values.Release();

    private protected override long OwnBytesOf(long elements) => _column.BytesOf(elements);

    private protected override void CutOwn(WrittenCluster cluster, long elements) => SubmitPages(cluster, _column, _values, Unsafe.SizeOf<T>(), elements);
}
