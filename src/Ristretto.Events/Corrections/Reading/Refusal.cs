namespace Ristretto.Events.Corrections.Reading;

/// <summary>Why a correction of a payload cannot be used.</summary>
internal readonly record struct Refusal(int Line, string Reason);
