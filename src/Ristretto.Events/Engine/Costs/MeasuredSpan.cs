namespace Ristretto.Events.Engine.Costs;

/// <summary>What a worker did from one moment to another, in timestamps of the stopwatch.</summary>
/// <param name="Name">What: a column, a cut, a histogram, a file.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Start">When it began.</param>
/// <param name="End">When it ended.</param>
internal readonly record struct MeasuredSpan(string Name, string Stage, long Start, long End);
