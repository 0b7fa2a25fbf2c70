namespace Ristretto.Plots.Drawing;

/// <summary>Which part of a text's baseline is at the given position.</summary>
public enum TextAnchor
{
    /// <summary>Its left end.</summary>
    Start,

    /// <summary>Its middle.</summary>
    Middle,

    /// <summary>Its right end.</summary>
    End,
}
