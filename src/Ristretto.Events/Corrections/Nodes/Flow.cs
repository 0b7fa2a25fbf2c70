namespace Ristretto.Events.Corrections.Nodes;

/// <summary>What a binning does with values outside its edges.</summary>
internal enum Flow
{
    /// <summary>The first or the last bin.</summary>
    Clamp,

    /// <summary>An error.</summary>
    Error,

    /// <summary>The axis repeats itself.</summary>
    Wrap,

    /// <summary>A node of its own.</summary>
    Content,
}
