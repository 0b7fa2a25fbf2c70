namespace Ristretto.Cli.Rendering;

/// <summary>On which side of its column a text stands.</summary>
internal enum Alignment
{
    /// <summary>Words.</summary>
    Left,

    /// <summary>Numbers.</summary>
    Right,
}
