namespace Ristretto.Bytes.NTuples.Writing;

/// <summary>Where a page of a column is.</summary>
/// <param name="Elements">Number of elements.</param>
/// <param name="Stored">Bytes as stored, without the checksum behind them.</param>
/// <param name="Position">Position in the file.</param>
internal readonly record struct WrittenPage(int Elements, int Stored, long Position);
