using Ristretto.Bytes.Trees;

namespace Ristretto.Cli.Comparisons;

/// <summary>A column of one of two tables that are compared.</summary>
/// <param name="name">Its name.</param>
/// <param name="type">Its type for people.</param>
/// <param name="leafType">Type of one value.</param>
/// <param name="levels">Number of lists around it.</param>
/// <param name="owner">What is read together: the branch or field.</param>
internal abstract class ComparedColumn(string name, string type, LeafType leafType, int levels, object owner)
{
    internal string Name => name;

    internal string Type => type;

    internal LeafType LeafType => leafType;

    internal int Levels => levels;

    internal object Owner => owner;

    /// <summary>Whether it says nothing but the lengths of the lists of other columns.</summary>
    internal bool IsCounter { get; init; }

    /// <summary>Reads a range of entries.</summary>
    internal abstract void Read(long first, int entries, ColumnBlock block);
}
