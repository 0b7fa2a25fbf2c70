namespace Ristretto.Bytes.Codecs;

/// <summary>Why compressed bytes could not be decoded.</summary>
/// <param name="Position">Position of the block in the compressed bytes.</param>
/// <param name="Reason">What was found and what was expected.</param>
internal sealed record DecodeError(int Position, string Reason);
