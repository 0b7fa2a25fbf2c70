using Ristretto.Bytes.Trees;

namespace Ristretto.Events.Engine.Tables;

/// <summary>A column of the events of a file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="LeafType">Type of its values as stored.</param>
/// <param name="Levels">0: one value per event; 1: a list of values; 2: a list of lists. Arrays of a fixed length are lists too.</param>
internal abstract record EventColumn(string Name, LeafType LeafType, int Levels)
{
    /// <summary>Most list levels that columns of events have.</summary>
    internal const int MostLevels = 2;

    /// <summary>Whether each event has a list of values, or of lists.</summary>
    internal bool IsList => Levels > 0;

    /// <summary>Its size in the file, in bytes.</summary>
    internal abstract long CompressedBytes { get; }

    /// <summary>Its size when decompressed, in bytes.</summary>
    internal abstract long UncompressedBytes { get; }

    /// <summary>Memory for its largest piece, compressed and decompressed, in bytes (estimated).</summary>
    internal abstract long LargestPiece { get; }
}
