using Ristretto.Bytes.Files;

namespace Ristretto.Fuzz.Anatomy;

/// <summary>An entry in a directory's list of keys.</summary>
/// <param name="At">Where the entry starts.</param>
/// <param name="Path">Path of the object.</param>
/// <param name="Key">The key that it repeats.</param>
internal sealed record EntryPlace(int At, string Path, KeyRecord Key);
