namespace Ristretto.Bytes.NTuples;

/// <summary>A field whose values are not interpreted.</summary>
/// <param name="Name">Names from the top-level field down, joined by dots.</param>
/// <param name="TypeName">Its C++ type.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record UnreadField(string Name, string TypeName, string Reason);
