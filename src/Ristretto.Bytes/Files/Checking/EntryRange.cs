namespace Ristretto.Bytes.Files.Checking;

/// <summary>A run of entries.</summary>
/// <param name="First">First entry.</param>
/// <param name="End">The first entry behind it.</param>
public readonly record struct EntryRange(long First, long End)
{
    /// <summary><c>entries 4000 to 7999</c>.</summary>
    public override string ToString() => End - First == 1 ? $"entry {First}" : $"entries {First} to {End - 1}";
}
