namespace Ristretto.Cli.Conversions;

/// <summary>A tree or an ntuple of the file that is converted.</summary>
/// <param name="Path">Its name, behind names of directories.</param>
/// <param name="Title">Its title or description.</param>
/// <param name="Entries">Number of entries.</param>
/// <param name="Columns">The columns that can be converted.</param>
/// <param name="LeftOut">The others, with the reason.</param>
internal sealed record SourceTable(string Path, string Title, long Entries, IReadOnlyList<SourceColumn> Columns, IReadOnlyList<(string Name, string Reason)> LeftOut);
