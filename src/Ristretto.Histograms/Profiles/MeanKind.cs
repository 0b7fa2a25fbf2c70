namespace Ristretto.Histograms.Profiles;

/// <summary>What a <see cref="Profile"/> keeps in each cell.</summary>
public enum MeanKind
{
    /// <summary>Count, mean, and sum of squared differences from the mean. A weight counts as that many entries.</summary>
    Mean,

    /// <summary>Sum of weights, sum of squared weights, weighted mean, and weighted sum of squared differences from the mean.</summary>
    WeightedMean,
}
