using Ristretto.Bytes.Files;

namespace Ristretto.Fuzz.Anatomy;

/// <summary>A record of the file: its key and what follows.</summary>
/// <param name="At">Where its key starts.</param>
/// <param name="Key">The key.</param>
internal sealed record RecordPlace(int At, KeyRecord Key)
{
    /// <summary>Where its payload starts.</summary>
    internal int PayloadAt => At + Key.KeyBytes;
}
