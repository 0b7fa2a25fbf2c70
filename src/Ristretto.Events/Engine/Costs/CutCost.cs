namespace Ristretto.Events.Engine.Costs;

/// <summary>What a step of a cutflow has cost: everything since the step before it, or since the batch began.</summary>
/// <param name="Cut">Name of the cut; empty for what comes after the last.</param>
/// <param name="Computing">Time of the code of the analysis, summed over the workers, without filling.</param>
/// <param name="Reading">Time for columns that were first read on the way to it, summed over the workers.</param>
/// <param name="Batches">Number of batches in which it was reached.</param>
public sealed record CutCost(string Cut, TimeSpan Computing, TimeSpan Reading, long Batches);
