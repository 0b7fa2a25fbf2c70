namespace Ristretto.Histograms.Comparisons;

/// <summary>Which uncertainty a ratio gets.</summary>
public enum RatioUncertainty
{
    /// <summary>That of the numerator alone, by Garwood: for data over an expectation whose own uncertainty is shown beside it.</summary>
    Poisson,

    /// <summary>That of two independent Poisson means: given the sum of both counts, the numerator is binomial with p = r / (1 + r), of which Clopper and Pearson's interval is taken.</summary>
    PoissonRatio,

    /// <summary>That of a part over the whole, by Clopper and Pearson.</summary>
    Efficiency,

    /// <summary>√(σ²(a)/b² + a² σ²(b)/b⁴) to both sides: for many entries and independent histograms.</summary>
    Propagated,
}
