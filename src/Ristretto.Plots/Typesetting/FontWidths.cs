namespace Ristretto.Plots.Typesetting;

/// <summary>Advance widths of Helvetica and of the fonts made to its measure (Arial, Liberation Sans, Nimbus Sans), in thousandths of the font size.
/// The slanted faces have the widths of the upright ones.</summary>
public static class FontWidths
{
    private const int Unknown = 600;

    private static readonly short[] s_regular =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278,
        584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944,
        667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
        278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    private static readonly short[] s_bold =
    [
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333,
        584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944,
        667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556,
        333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
    ];

    private static readonly short[] s_latinRegular =
    [
        278, 333, 556, 556, 556, 556, 260, 556, 333, 737, 370, 556, 584, 333, 737, 552, 400, 549, 333, 333, 333, 576, 537, 278, 333, 333, 365, 556,
        834, 834, 834, 611, 667, 667, 667, 667, 667, 667, 1000, 722, 667, 667, 667, 667, 278, 278, 278, 278, 722, 722, 778, 778, 778, 778, 778, 584,
        778, 722, 722, 722, 722, 667, 667, 611, 556, 556, 556, 556, 556, 556, 889, 500, 556, 556, 556, 556, 278, 278, 278, 278, 556, 556, 556, 556,
        556, 556, 556, 549, 611, 556, 556, 556, 556, 500, 556, 500,
    ];

    private static readonly short[] s_latinBold =
    [
        278, 333, 556, 556, 556, 556, 280, 556, 333, 737, 370, 556, 584, 333, 737, 552, 400, 549, 333, 333, 333, 576, 556, 278, 333, 333, 365, 556,
        834, 834, 834, 611, 722, 722, 722, 722, 722, 722, 1000, 722, 667, 667, 667, 667, 278, 278, 278, 278, 722, 722, 778, 778, 778, 778, 778, 584,
        778, 722, 722, 722, 722, 667, 667, 611, 556, 556, 556, 556, 556, 556, 889, 556, 556, 556, 556, 556, 278, 278, 278, 278, 611, 611, 611, 611,
        611, 611, 611, 549, 611, 611, 611, 611, 611, 556, 611, 556,
    ];

    /// <summary>The advance width of one character, in thousandths of the font size.</summary>
    public static int Of(char character, FontFace face)
    {
        var bold = face is FontFace.Bold or FontFace.BoldItalic;
        return character switch
        {
            >= ' ' and <= '~' => (bold ? s_bold : s_regular)[character - ' '],
            >= '\u00A0' and <= '\u00FF' => (bold ? s_latinBold : s_latinRegular)[character - '\u00A0'],
            _ => SpecialCharacters.Width(character) ?? Unknown,
        };
    }

    /// <summary>The width of a text, in thousandths of the font size.</summary>
    public static int Of(string text, FontFace face)
    {
        var sum = 0;
        foreach (var character in text) sum += Of(character, face);
        return sum;
    }
}
