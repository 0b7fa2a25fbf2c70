namespace Ristretto.Events.Corrections;

/// <summary>The type of an input of a correction; <c>real</c>, <c>int</c> and <c>string</c> in the payload.</summary>
public enum CorrectionType
{
    /// <summary>A double.</summary>
    Real,

    /// <summary>A 64-bit integer.</summary>
    Integer,

    /// <summary>A text: a working point, a systematic variation.</summary>
    Text,
}
