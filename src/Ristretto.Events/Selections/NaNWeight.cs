namespace Ristretto.Events.Selections;

/// <summary>A factor of the events' weights that was NaN, or one of its variations. Such an event makes the sum of its bins and cuts NaN, which is left so: it cannot be overlooked.</summary>
/// <param name="Factor">Name of the factor; of a variation <c>source:tag</c>.</param>
/// <param name="Events">Number of events in which it was NaN, whether they were selected or not.</param>
/// <param name="Path">The file with the first of them.</param>
/// <param name="Entry">Position of that event in the file.</param>
public sealed record NaNWeight(string Factor, long Events, string Path, long Entry);
