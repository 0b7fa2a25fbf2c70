namespace Ristretto.Plots.Typesetting;

/// <summary>Characters of one face, size and height, before they are measured.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Face">The face.</param>
/// <param name="Scale">Size relative to that of the line; scripts are smaller.</param>
/// <param name="Rise">How far the baseline is raised, in sizes of the line; negative for subscripts.</param>
/// <param name="Bar">Whether a bar stands above.</param>
public sealed record TextRun(string Text, FontFace Face, double Scale = 1, double Rise = 0, bool Bar = false);
