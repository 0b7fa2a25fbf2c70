namespace Ristretto.Cli.Skims;

/// <summary>What became of a file.</summary>
/// <param name="Table">The tree or RNTuple whose entries and columns were chosen.</param>
/// <param name="Entries">Its entries before.</param>
/// <param name="Kept">Its entries now.</param>
/// <param name="AllColumns">Its columns before.</param>
/// <param name="Columns">Its columns now.</param>
/// <param name="LeftOut">Columns that have no place in the output, with the reason.</param>
/// <param name="Copied">The other objects of the file, which were copied as they are.</param>
/// <param name="Skipped">Objects that were left out as the user wanted.</param>
internal sealed record SkimReport(string Table, long Entries, long Kept, int AllColumns, int Columns, IReadOnlyList<(string Name, string Reason)> LeftOut,
    IReadOnlyList<string> Copied, IReadOnlyList<string> Skipped);
