namespace Ristretto.Events.Datasets;

/// <summary>The luminosity of a set of sections.</summary>
/// <param name="InvPb">The integrated luminosity in pb⁻¹.</param>
/// <param name="Sections">How many of the sections the table knows.</param>
/// <param name="UnknownSections">How many it does not know; they count as 0.</param>
public readonly record struct LuminositySum(double InvPb, long Sections, long UnknownSections);
