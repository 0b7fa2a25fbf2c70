using Ristretto.Columns.Arrays;

namespace Ristretto.Events.Selections;

/// <summary>One category of each axis.</summary>
/// <param name="Names">Their names, in the order of the axes.</param>
/// <param name="Belongs">The events that belong to all of them, shape <c>[events]</c>.</param>
public readonly record struct CategoryCombination(IReadOnlyList<string> Names, Mask Belongs);
