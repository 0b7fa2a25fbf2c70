using Ristretto.Bytes.Trees;

namespace Ristretto.Events.Engine.Tables;

/// <summary>A column of the events of a file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="LeafType">Type of its values as stored.</param>
/// <param name="IsList">Whether each event has a list of values.</param>
internal abstract record EventColumn(string Name, LeafType LeafType, bool IsList)
{
    /// <summary>Its size in the file, in bytes.</summary>
    internal abstract long CompressedBytes { get; }

    /// <summary>Its size when decompressed, in bytes.</summary>
    internal abstract long UncompressedBytes { get; }

    /// <summary>Memory for its largest piece, compressed and decompressed, in bytes (estimated).</summary>
    internal abstract long LargestPiece { get; }
}
