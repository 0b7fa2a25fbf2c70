namespace Ristretto.Events.Corrections.Nodes;

/// <summary>How a compound correction joins two numbers.</summary>
internal enum CompoundOperation
{
    /// <summary>The sum.</summary>
    Add,

    /// <summary>The product.</summary>
    Multiply,

    /// <summary>The first divided by the second.</summary>
    Divide,

    /// <summary>The second.</summary>
    Last,
}
