namespace Ristretto.Bytes.Trees;

/// <summary>Type of one element of a branch, in memory.</summary>
public enum LeafType
{
    /// <summary>TLeafO: one byte, 0 or 1.</summary>
    Bool,
    /// <summary>TLeafB: signed byte.</summary>
    Int8,
    /// <summary>TLeafB, unsigned: byte.</summary>
    UInt8,
    /// <summary>TLeafS: signed, 2 bytes.</summary>
    Int16,
    /// <summary>TLeafS, unsigned: 2 bytes.</summary>
    UInt16,
    /// <summary>TLeafI: signed, 4 bytes.</summary>
    Int32,
    /// <summary>TLeafI, unsigned: 4 bytes.</summary>
    UInt32,
    /// <summary>TLeafL, TLeafG: signed, 8 bytes.</summary>
    Int64,
    /// <summary>TLeafL, TLeafG, unsigned: 8 bytes.</summary>
    UInt64,
    /// <summary>TLeafF: 4 bytes.</summary>
    Float,
    /// <summary>TLeafD: 8 bytes.</summary>
    Double,
    /// <summary>TLeafC: characters, as many as the entry's string has.</summary>
    String,
}
