namespace Ristretto.Plots.Typesetting;

/// <summary>The four cuts of the sans-serif font.</summary>
public enum FontFace
{
    /// <summary>Upright.</summary>
    Regular,

    /// <summary>Bold.</summary>
    Bold,

    /// <summary>Slanted.</summary>
    Italic,

    /// <summary>Bold and slanted.</summary>
    BoldItalic,
}
