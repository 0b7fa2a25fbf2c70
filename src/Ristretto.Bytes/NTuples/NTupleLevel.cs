namespace Ristretto.Bytes.NTuples;

/// <summary>One step from an entry to the values of a column: a list of any length, or a fixed number of repetitions.</summary>
public sealed class NTupleLevel
{
    private NTupleLevel(NTupleField field, int fixedLength, int alternative, int inside = 0) => (Field, FixedLength, Alternative, Inside) = (field, fixedLength, alternative, inside);

    /// <summary>Number of repetitions; 0 for lists.</summary>
    public int FixedLength { get; }

    /// <summary>Whether it is a list: a collection of any kind, an optional value (length 0 or 1), or an alternative of a variant (length 0 or 1).</summary>
    public bool IsList => FixedLength == 0;

    /// <summary>The field with the columns that say how long the lists are.</summary>
    internal NTupleField Field { get; }

    /// <summary>The alternative of the variant, counted from 1; 0 for others.</summary>
    internal int Alternative { get; }

    /// <summary>Which of the lists in a streamed object, counted from 1; 0 for others.</summary>
    internal int Inside { get; }

    internal static NTupleLevel List(NTupleField field) => new(field, 0, 0);

    internal static NTupleLevel Fixed(NTupleField field, int length) => new(field, length, 0);

    internal static NTupleLevel Streamed(NTupleField field, int number) => new(field, 0, 0, number);

    internal static NTupleLevel AlternativeOf(NTupleField variant, int number) => new(variant, 0, number);
}
