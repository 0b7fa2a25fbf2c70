namespace Ristretto.Bytes.NTuples;

/// <summary>What a field of an RNTuple is made of.</summary>
public enum FieldRole
{
    /// <summary>Values, or a wrapper of its only subfield.</summary>
    Leaf,
    /// <summary>A list of any length of its only subfield.</summary>
    Collection,
    /// <summary>Its subfields side by side.</summary>
    Record,
    /// <summary>One of its subfields at a time.</summary>
    Variant,
    /// <summary>An object in ROOT's own streaming.</summary>
    Streamer,
}
