namespace Ristretto.Columns.Expressions;

/// <summary>The shape of what an expression gives.</summary>
public enum ValueShape
{
    /// <summary>The same for all events.</summary>
    Constant,

    /// <summary>One per event.</summary>
    Events,

    /// <summary>One or nothing (None) per event.</summary>
    OptionalEvents,

    /// <summary>A list per event.</summary>
    Objects,
}
