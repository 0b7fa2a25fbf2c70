namespace Ristretto.Events.Engine.Costs;

/// <summary>What filling a histogram from columns has cost.</summary>
/// <param name="Histogram">Its name; histograms of the same name, as those of several data sets, count together.</param>
/// <param name="Time">Time, summed over the workers; variations that are filled with it included.</param>
/// <param name="Fills">Number of calls.</param>
public sealed record FillCost(string Histogram, TimeSpan Time, long Fills);
