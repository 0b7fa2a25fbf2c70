using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Files;

namespace Ristretto.Cli.Conversions;

/// <summary>A tree or an ntuple that is read to be written anew.</summary>
/// <param name="Path">Its name, behind names of directories.</param>
/// <param name="Title">Its title or description.</param>
/// <param name="Entries">Number of entries.</param>
/// <param name="Columns">The columns that can be written.</param>
/// <param name="LeftOut">The others, with the reason.</param>
internal sealed record SourceTable(string Path, string Title, long Entries, IReadOnlyList<SourceColumn> Columns, IReadOnlyList<(string Name, string Reason)> LeftOut) : IDisposable
{
    /// <summary>What each entry counts when ROOT draws the tree; an RNTuple has no such number.</summary>
    internal double Weight { get; init; } = 1;

    /// <summary>What fetches columns from a server; null for a local file.</summary>
    internal ColumnFetching? Fetching { get; init; }

    /// <summary>Reads a range of entries of columns.</summary>
    internal void Read(IReadOnlyList<SourceColumn> columns, long first, int entries)
    {
        Fetching?.Fetch(columns, first, entries);
        foreach (var column in columns) column.Read(first, entries);
    }

    /// <summary>Whether a key is of a tree or an RNTuple.</summary>
    internal static bool IsTable(KeyRecord key) => RootFile.IsTree(key) || RootFile.IsNTuple(key);

    /// <summary>Opens a tree or an RNTuple.</summary>
    internal static SourceTable Open(RootFile file, string path, KeyRecord key, DecodeContext context) =>
        RootFile.IsTree(key) ? TreeSource.Open(path, file.GetTree(path), context) : NTupleSource.Open(path, file.GetNTuple(path), context);

    /// <inheritdoc/>
    public void Dispose()
    {
        Fetching?.Dispose();
        foreach (var column in Columns) column.Dispose();
    }
}
