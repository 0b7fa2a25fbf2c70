using System.Globalization;
using System.Text;

namespace Ristretto.Cli.Rendering;

/// <summary>Columns of text with three spaces between them; no frame, so that it reads in a log as on a terminal.</summary>
internal sealed class TextTable
{
    private const string Gap = "   ";
    private readonly Alignment[] _alignments;
    private readonly List<string[]> _rows = [];

    /// <summary>A table without a heading.</summary>
    internal TextTable(params Alignment[] alignments) => _alignments = alignments;

    /// <summary>A table whose first row is the heading.</summary>
    internal TextTable(params (string Heading, Alignment Alignment)[] columns) : this([.. columns.Select(column => column.Alignment)]) =>
        Add([.. columns.Select(column => column.Heading)]);

    /// <summary>Adds a row; cells that are missing at its end stay empty.</summary>
    internal void Add(params string[] cells)
    {
        if (cells.Length > _alignments.Length) throw new ArgumentException($"{cells.Length} cells for {_alignments.Length} columns");
        _rows.Add(cells);
    }

    /// <summary>Writes the rows.</summary>
    /// <param name="output">Receives the text.</param>
    /// <param name="indent">Spaces in front of each row.</param>
    internal void Write(TextWriter output, int indent = 0)
    {
        var widths = new int[_alignments.Length];
        foreach (var row in _rows)
            for (var i = 0; i < row.Length; i++) widths[i] = Math.Max(widths[i], Width(row[i]));
        var line = new StringBuilder();
        foreach (var row in _rows)
        {
            line.Clear().Append(' ', indent);
            for (var i = 0; i < row.Length; i++)
            {
                if (i > 0 && widths[i] > 0) line.Append(Gap);
                var padding = widths[i] - Width(row[i]);
                if (_alignments[i] == Alignment.Right) line.Append(' ', padding).Append(row[i]);
                else line.Append(row[i]).Append(' ', padding);
            }
            output.WriteLine(line.ToString().TrimEnd());
        }
    }

    // Accents that stand over the letter before them take no room: tt̄.
    private static int Width(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)) width++;
        return width;
    }
}
