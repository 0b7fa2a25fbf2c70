namespace Ristretto.Events.Corrections.Reading;

/// <summary>Ends the reading of a correction that is well formed but cannot be evaluated here; the others of the set can be used.</summary>
internal sealed class UnsupportedNodeException(int line, string reason) : Exception(reason)
{
    /// <summary>What a user sees who asks for the correction.</summary>
    internal Refusal Refusal => new(line, Message);
}
