namespace Ristretto.Plots.Reports;

/// <summary>A small table of text: luminosity sections, trigger paths, checks.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Columns">The column titles.</param>
/// <param name="Rows">The cells, as many in a row as there are columns.</param>
public sealed record ReportTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
