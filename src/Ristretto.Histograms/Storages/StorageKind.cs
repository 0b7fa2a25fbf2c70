namespace Ristretto.Histograms.Storages;

/// <summary>What a histogram keeps in each cell.</summary>
public enum StorageKind
{
    /// <summary>Sum of weights and sum of squared weights.</summary>
    Weighted,

    /// <summary>Sum of weights alone, half the memory; variances are known as long as every weight was one.</summary>
    Count,

    /// <summary>Number of entries, exact up to 2⁵³; entries of another weight than one are refused.</summary>
    Integer,
}
