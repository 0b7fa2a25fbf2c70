using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Trees;

/// <summary>Names a basket in errors. One per reader, pointed to basket after basket, so that naming costs nothing until there is an error.</summary>
internal sealed class BasketOrigin(Branch branch) : RecordOrigin(branch.Tree.File.Path, null, 0)
{
    private int _basket;

    /// <inheritdoc/>
    public override string Where => $"{branch.Where}, basket {_basket}";

    /// <summary>Points to a basket in the file at offset <paramref name="seek"/>.</summary>
    public BasketOrigin InFile(int basket, long seek) => Set(basket, seek, false);

    /// <summary>Points to a basket in the tree's record.</summary>
    public BasketOrigin InRecord(int basket) => Set(basket, branch.Tree.Key.SeekKey, true);

    private BasketOrigin Set(int basket, long offset, bool isDecompressed)
    {
        (_basket, Offset, IsDecompressed) = (basket, offset, isDecompressed);
        return this;
    }
}
