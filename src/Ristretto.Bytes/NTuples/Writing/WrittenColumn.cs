namespace Ristretto.Bytes.NTuples.Writing;

/// <summary>A column of an ntuple that is being written.</summary>
/// <param name="encoding">How its elements are stored.</param>
/// <param name="bits">Bits of an element.</param>
internal sealed class WrittenColumn(ColumnEncoding encoding, int bits)
{
    /// <summary>Position among the columns, in the order of the header.</summary>
    public int Id { get; set; }

    /// <summary>How its elements are stored.</summary>
    public ColumnEncoding Encoding => encoding;

    /// <summary>Bits of an element.</summary>
    public int Bits => bits;

    /// <summary>Elements in the clusters before the present one.</summary>
    public long Elements { get; set; }

    /// <summary>Bytes of so many elements.</summary>
    public long BytesOf(long elements) => (elements * bits + 7) / 8;
}
