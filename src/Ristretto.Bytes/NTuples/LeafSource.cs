namespace Ristretto.Bytes.NTuples;

/// <summary>Where the values of a column come from.</summary>
internal enum LeafSource
{
    /// <summary>A column of numbers.</summary>
    Values,
    /// <summary>Characters and the ends of the strings.</summary>
    Strings,
    /// <summary>The lengths of lists.</summary>
    Lengths,
    /// <summary>The number of a variant's alternative.</summary>
    Alternatives,
    /// <summary>The bytes of streamed objects and the ends of the objects.</summary>
    Objects,
}
