namespace Ristretto.Events.Selections;

/// <summary>What the variation down is of a weight that is known nominal and up only. There is no default: each is a statement about the uncertainty.</summary>
public enum MissingDirection
{
    /// <summary>As far below the nominal weight as up is above: 2 × nominal − up.</summary>
    MirrorDifference,

    /// <summary>By the inverse ratio: nominal² / up; the nominal weight where up is zero.</summary>
    MirrorRatio,

    /// <summary>The nominal weight: one-sided, with a variation down that changes nothing.</summary>
    Nominal,

    /// <summary>There is no variation down.</summary>
    None,
}
