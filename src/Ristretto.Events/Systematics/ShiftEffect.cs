namespace Ristretto.Events.Systematics;

/// <summary>How much a variation has changed a column in a run. One that has changed nothing is a mistake more often than not.</summary>
/// <param name="Variation">The variation.</param>
/// <param name="Branch">The column.</param>
/// <param name="Values">Number of values.</param>
/// <param name="Changed">How many of them it has changed.</param>
/// <param name="RelativeShift">Sum of the changes over sum of the values, both without sign; 0 when all values are 0.</param>
public sealed record ShiftEffect(Variation Variation, string Branch, long Values, long Changed, double RelativeShift);
