namespace Ristretto.Events.Corrections;

/// <summary>Why a correction has no value for its inputs.</summary>
public enum CorrectionFault
{
    /// <summary>An input is below the first edge of a binning that allows no underflow.</summary>
    BelowRange,

    /// <summary>An input is not below the last edge of a binning that allows no overflow, or is NaN.</summary>
    AboveRange,

    /// <summary>An input is not among the keys of a category without default.</summary>
    UnknownKey,

    /// <summary>A number is infinite or NaN where that has no meaning.</summary>
    NotFinite,
}
