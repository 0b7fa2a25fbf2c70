using System.Collections.Frozen;

namespace Ristretto.Plots.Typesetting;

/// <summary>Greek letters and mathematical signs: their names in TeX and ROOT labels, their widths, and their places in PDF's Symbol font.</summary>
public static class SpecialCharacters
{
    private static readonly SpecialCharacter[] s_all =
    [
        new('\u03B1', "alpha", 578, 0x61, 631),   // α
        new('\u03B2', "beta", 575, 0x62, 549),   // β
        new('\u03C7', "chi", 525, 0x63, 549),   // χ
        new('\u03B4', "delta", 557, 0x64, 494),   // δ
        new('\u03B5', "epsilon", 446, 0x65, 439),   // ε
        new('\u03D5', "phi", 521, 0x66, 521),   // ϕ
        new('\u03B3', "gamma", 500, 0x67, 411),   // γ
        new('\u03B7', "eta", 556, 0x68, 603),   // η
        new('\u03B9', "iota", 222, 0x69, 329),   // ι
        new('\u03C6', "varphi", 648, 0x6A, 603),   // φ
        new('\u03BA', "kappa", 500, 0x6B, 549),   // κ
        new('\u03BB', "lambda", 500, 0x6C, 549),   // λ
        new('\u03BC', "mu", 576, 0x6D, 576),   // μ
        new('\u03BD', "nu", 500, 0x6E, 521),   // ν
        new('\u03BF', "omicron", 556, 0x6F, 549),   // ο
        new('\u03C0', "pi", 690, 0x70, 549),   // π
        new('\u03B8', "theta", 556, 0x71, 521),   // θ
        new('\u03C1', "rho", 569, 0x72, 549),   // ρ
        new('\u03C3', "sigma", 617, 0x73, 603),   // σ
        new('\u03C4', "tau", 395, 0x74, 439),   // τ
        new('\u03C5', "upsilon", 547, 0x75, 576),   // υ
        new('\u03C9', "omega", 781, 0x77, 686),   // ω
        new('\u03BE', "xi", 448, 0x78, 493),   // ξ
        new('\u03C8', "psi", 713, 0x79, 686),   // ψ
        new('\u03B6', "zeta", 441, 0x7A, 494),   // ζ
        new('\u0393', "Gamma", 551, 0x47, 603),   // Γ
        new('\u0394', "Delta", 668, 0x44, 612),   // Δ
        new('\u0398', "Theta", 778, 0x51, 741),   // Θ
        new('\u039B', "Lambda", 668, 0x4C, 686),   // Λ
        new('\u039E', "Xi", 650, 0x58, 645),   // Ξ
        new('\u03A0', "Pi", 722, 0x50, 768),   // Π
        new('\u03A3', "Sigma", 618, 0x53, 592),   // Σ
        new('\u03A5', "Upsilon", 667, 0x55, 690),   // Υ
        new('\u03A6', "Phi", 798, 0x46, 763),   // Φ
        new('\u03A8', "Psi", 835, 0x59, 795),   // Ψ
        new('\u03A9', "Omega", 748, 0x57, 768),   // Ω
        new('\u2212', "minus", 584, 0x2D, 549),   // −
        new('\u2265', "ge", 549, 0xB3, 549),   // ≥
        new('\u2264', "le", 549, 0xA3, 549),   // ≤
        new('\u2192', "to", 1000, 0xAE, 987),   // →
        new('\u221E', "infty", 713, 0xA5, 713),   // ∞
        new('\u221A', "surd", 549, 0xD6, 549),   // √
        new('\u2211', "sum", 713, 0xE5, 713),   // ∑
        new('\u2248', "approx", 549, 0xBB, 549),   // ≈
        new('\u2260', "ne", 549, 0xB9, 549),   // ≠
        new('\u2202', "partial", 494, 0xB6, 494),   // ∂
        new('\u222B', "int", 274, 0xF2, 274),   // ∫
        new('\u2208', "in", 713, 0xCE, 713),   // ∈
        new('\u221D', "propto", 713, 0xB5, 713),   // ∝
        new('\u2295', "oplus", 768, 0xC5, 768),   // ⊕
        new('\u2297', "otimes", 768, 0xC4, 768),   // ⊗
        new('\u2032', "prime", 188, 0xA2, 247),   // ′
        new('\u2207', "nabla", 713, 0xD1, 713),   // ∇
        new('\u223C', "sim", 549, 0x7E, 549),   // ∼
    ];

    // Characters of the text fonts that have a name, and other names of the above.
    private static readonly (string Name, string Text)[] s_names =
    [
        ("times", "\u00D7"), ("pm", "\u00B1"), ("cdot", "\u00B7"), ("circ", "\u00B0"), ("degree", "\u00B0"), ("ell", "\u2113"), ("geq", "\u2265"), ("leq", "\u2264"),
        ("rightarrow", "\u2192"), ("neq", "\u2260"), ("ldots", "\u2026"), ("dots", "\u2026"), (",", "\u2009"), (";", "\u2009"), (" ", " "), ("!", ""), ("bullet", "\u2022"),
        ("varepsilon", "\u03B5"), ("quad", "\u2003"), ("GeV", "GeV"),
    ];

    private static readonly FrozenDictionary<char, SpecialCharacter> s_byCharacter = s_all.ToFrozenDictionary(character => character.Character);

    private static readonly FrozenDictionary<string, string> s_byName =
        s_all.Select(character => (character.Name, Text: character.Character.ToString())).Concat(s_names).ToFrozenDictionary(pair => pair.Name, pair => pair.Text);

    /// <summary>All characters that the Symbol font has and the text fonts of PDF lack.</summary>
    public static IReadOnlyList<SpecialCharacter> All => s_all;

    /// <summary>What a command like <c>\eta</c> or <c>#eta</c> (given without the first character) stands for, or <see langword="null"/>.</summary>
    public static string? Named(string name) => s_byName.GetValueOrDefault(name);

    /// <summary>The entry of a character, or <see langword="null"/> when the Symbol font is not needed for it.</summary>
    public static SpecialCharacter? Find(char character) => s_byCharacter.GetValueOrDefault(character);

    /// <summary>The advance width in thousandths of the font size, or <see langword="null"/> when the character is not known.</summary>
    public static int? Width(char character) => character switch
    {
        '\u2009' => 200,                                  // thin space
        '\u2003' or '\u2014' or '\u2026' => 1000,         // em space, em dash, dots
        '\u2013' => 556,                                  // en dash
        '\u2018' or '\u2019' => 222,
        '\u201C' or '\u201D' => 333,
        '\u2022' => 350,
        '\u2020' or '\u2021' => 556,
        '\u2113' => 222,                                  // script l, written as a slanted one
        _ => Find(character)?.Width,
    };
}

/// <summary>A character that PDF takes from the Symbol font.</summary>
/// <param name="Character">In Unicode.</param>
/// <param name="Name">In TeX, without backslash; ROOT puts a hash before the same name.</param>
/// <param name="Width">Advance width in a font with Helvetica's measure, thousandths of the size.</param>
/// <param name="SymbolCode">Its code in the built-in encoding of Symbol.</param>
/// <param name="SymbolWidth">Advance width in Symbol, thousandths of the size.</param>
public sealed record SpecialCharacter(char Character, string Name, int Width, byte SymbolCode, int SymbolWidth);
