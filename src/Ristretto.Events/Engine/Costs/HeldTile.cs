using Ristretto.Columns.Arrays;

namespace Ristretto.Events.Engine.Costs;

/// <summary>The columns of some consecutive events, those that an analysis has asked for.</summary>
/// <param name="file">The file that they come from.</param>
/// <param name="first">Position of the first event in the file.</param>
/// <param name="length">Number of events.</param>
internal sealed class HeldTile(HeldFile file, long first, int length)
{
    internal HeldFile File => file;

    internal long First => first;

    internal int Length => length;

    /// <summary>Offsets of the lists, by the column with their lengths.</summary>
    internal Dictionary<string, ColumnBuffer<int>> Lists { get; } = new(StringComparer.Ordinal);

    /// <summary>Offsets of the lists in lists, by column.</summary>
    internal Dictionary<string, ColumnBuffer<int>> InnerLists { get; } = new(StringComparer.Ordinal);

    /// <summary>Values, by column.</summary>
    internal Dictionary<string, ColumnBuffer<byte>> Values { get; } = new(StringComparer.Ordinal);
}

/// <summary>What is known of a file once it is closed.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Names">The names of its columns.</param>
/// <param name="Sample">What the analysis may know of it.</param>
internal sealed record HeldFile(string Path, HashSet<string> Names, SampleInfo Sample);
