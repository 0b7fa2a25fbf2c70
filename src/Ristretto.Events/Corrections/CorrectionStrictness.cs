namespace Ristretto.Events.Corrections;

/// <summary>How much a payload may depart from the schema. Whatever changes a value is an error either way.</summary>
public enum CorrectionStrictness
{
    /// <summary>Unknown keys are left aside and of repeated category keys the first counts, as correctionlib evaluates.</summary>
    Lenient,

    /// <summary>Unknown keys and repeated category keys are errors, as correctionlib validates.</summary>
    Strict,
}
