namespace Ristretto.Histograms.Comparisons;

/// <summary>How many standard deviations a sum of weights lies above an expectation: (a − expectation) / √Σw².</summary>
public static class Pull
{
    /// <summary>The pull, with an interval of one to both sides, as its unit says.</summary>
    /// <remarks>Without a standard deviation it is what the division gives: ±∞, without an interval, where the numbers differ, and a gap where they are the same. Whoever draws it decides what becomes of them.</remarks>
    /// <param name="a">Σw.</param>
    /// <param name="variance">Its Σw².</param>
    /// <param name="expectation">What is expected; its own uncertainty does not count.</param>
    public static Estimate Of(double a, double variance, double expectation)
    {
        var pull = (a - expectation) / Math.Sqrt(variance);
        return double.IsFinite(pull) ? Estimate.Symmetric(pull, 1) : new(pull, double.NaN, double.NaN);
    }
}
