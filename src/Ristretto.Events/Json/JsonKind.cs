namespace Ristretto.Events.Json;

/// <summary>The kinds of value in JSON; a number that is written without point and exponent is an <see cref="Integer"/>.</summary>
internal enum JsonKind
{
    /// <summary>null.</summary>
    Null,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A number written without point and exponent.</summary>
    Integer,

    /// <summary>A number written with a point or an exponent.</summary>
    Real,

    /// <summary>A string.</summary>
    Text,

    /// <summary>A list.</summary>
    List,

    /// <summary>An object: named members in the order of the file, repeated names kept.</summary>
    Map,
}
