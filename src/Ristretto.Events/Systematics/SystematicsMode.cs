namespace Ristretto.Events.Systematics;

/// <summary>Which variations a run computes.</summary>
public enum SystematicsMode
{
    /// <summary>Those of events and of weights.</summary>
    All,

    /// <summary>Those of weights, for which no objects are computed again.</summary>
    Weights,

    /// <summary>None.</summary>
    None,
}
