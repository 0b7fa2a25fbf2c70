namespace Ristretto.Cli.Comparisons;

/// <summary>What a comparison found.</summary>
internal sealed class DiffResult
{
    /// <summary>The differences in the order of the objects.</summary>
    internal List<Difference> Differences { get; } = [];

    /// <summary>What could not be compared, with the reason.</summary>
    internal List<(string Path, string Reason)> NotCompared { get; } = [];

    /// <summary>Number of objects that both have.</summary>
    internal int Objects { get; set; }

    /// <summary>Number of columns that both have.</summary>
    internal int Columns { get; set; }

    /// <summary>Number of entries of the tables that both have.</summary>
    internal long Entries { get; set; }

    internal void Add(string path, string kind, string text) => Differences.Add(new Difference(path, kind, text));
}
