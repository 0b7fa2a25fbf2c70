namespace Ristretto.Cli.Schemas;

/// <summary>The kinds of sections that a schema has, in their order.</summary>
internal enum SectionKind
{
    /// <summary>Columns that belong to nothing else.</summary>
    Scalars,

    /// <summary>Yes or no per event, reached by name.</summary>
    Flags,

    /// <summary>Columns with a common prefix and one value per event.</summary>
    Group,

    /// <summary>Columns of counted objects.</summary>
    Collection,
}
