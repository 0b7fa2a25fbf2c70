using System.Text;
using Ristretto.Plots.Typesetting;

namespace Ristretto.Plots.Pdf;

/// <summary>Splits runs between the Helvetica faces (in the WinAnsi encoding) and Symbol; none of these is embedded, every reader has them.</summary>
internal static class PdfText
{
    /// <summary>The names under which a page knows its fonts, with their PostScript names.</summary>
    internal static IReadOnlyList<(string Name, string PostScript)> Fonts { get; } =
        [("F1", "Helvetica"), ("F2", "Helvetica-Bold"), ("F3", "Helvetica-Oblique"), ("F4", "Helvetica-BoldOblique"), ("F5", "Symbol")];

    /// <summary>Characters of one font.</summary>
    /// <param name="Font">The name of the font.</param>
    /// <param name="Literal">The bytes between the parentheses of a PDF string.</param>
    /// <param name="X">Where they start, in points from the start of the line.</param>
    /// <param name="Slant">The horizontal shear that makes Symbol slanted, as a number in the text matrix.</param>
    internal readonly record struct Piece(string Font, string Literal, double X, string Slant);

    internal static IEnumerable<Piece> Pieces(PlacedRun placed)
    {
        var (face, literal) = (placed.Run.Face, new StringBuilder());
        var font = face switch { FontFace.Bold => "F2", FontFace.Italic => "F3", FontFace.BoldItalic => "F4", _ => "F1" };
        var (x, start) = (placed.X, placed.X);
        foreach (var character in placed.Run.Text)
        {
            var width = FontWidths.Of(character, face) * placed.Size / 1000;
            if (WinAnsi(character) is { } code)
            {
                if (literal.Length == 0) start = x;
                Append(literal, code);
            }
            else
            {
                if (literal.Length > 0) yield return new(font, literal.ToString(), start, "0");
                literal.Clear();
                if (SpecialCharacters.Find(character) is { } special) yield return Symbol(special, face, x + (width - special.SymbolWidth * placed.Size / 1000) / 2);
            }

            x += width;
        }

        if (literal.Length > 0) yield return new(font, literal.ToString(), start, "0");
    }

    private static Piece Symbol(SpecialCharacter special, FontFace face, double x)
    {
        var literal = new StringBuilder();
        Append(literal, special.SymbolCode);
        return new("F5", literal.ToString(), x, face is FontFace.Italic or FontFace.BoldItalic ? ".21" : "0");
    }

    // Thin spaces are only an advance; what neither encoding has becomes a question mark.
    private static byte? WinAnsi(char character) => character switch
    {
        '\u2009' or '\u2003' => null,
        >= ' ' and <= '~' or >= '\u00A0' and <= '\u00FF' => (byte)character,
        '\u2013' or '\u2212' => 0x96,            // the minus sign of Symbol would not match Helvetica's digits
        '\u2014' => 0x97,
        '\u2018' => 0x91,
        '\u2019' => 0x92,
        '\u201C' => 0x93,
        '\u201D' => 0x94,
        '\u2022' => 0x95,
        '\u2026' => 0x85,
        '\u2020' => 0x86,
        '\u2021' => 0x87,
        _ when SpecialCharacters.Find(character) is not null => null,
        _ => (byte)'?',
    };

    private static void Append(StringBuilder literal, byte code)
    {
        if (code is (byte)'(' or (byte)')' or (byte)'\\') literal.Append('\\').Append((char)code);
        else if (code is < 32 or > 126) literal.Append('\\').Append(Convert.ToString(code, 8).PadLeft(3, '0'));
        else literal.Append((char)code);
    }
}
