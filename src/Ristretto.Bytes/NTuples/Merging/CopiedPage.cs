namespace Ristretto.Bytes.NTuples.Merging;

/// <summary>A page of an input, and where it comes to lie.</summary>
internal sealed class CopiedPage(PageRecord page, int bits)
{
    /// <summary>The page in its file.</summary>
    public PageRecord Source => page;

    /// <summary>Bytes of its elements.</summary>
    public long RawBytes => ((long)page.Elements * bits + 7) / 8;

    /// <summary>Position in the merged file.</summary>
    public long Position { get; set; }

    /// <summary>Bytes there, without checksum.</summary>
    public int Stored { get; set; } = page.StoredBytes;

    /// <summary>Whether a checksum follows it there.</summary>
    public bool HasChecksum { get; set; } = page.HasChecksum;
}
