namespace Ristretto.Histograms.Statistics;

/// <summary>The logarithm of the gamma function for positive arguments.</summary>
/// <remarks>Stirling's series with Bernoulli numbers to the 8th term from 10 on, after the recurrence Γ(x + 1) = x Γ(x) has brought smaller arguments there; relative error below 1e-15.</remarks>
public static class LogGamma
{
    /// <summary>ln Γ(x).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="x"/> is not positive.</exception>
    public static double Of(double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(x);
        var product = 1.0;
        while (x < 10) product *= x++;
        var (r, r2) = (1 / x, 1 / (x * x));
        var series = r * (1.0 / 12 - r2 * (1.0 / 360 - r2 * (1.0 / 1260 - r2 * (1.0 / 1680 - r2 * (1.0 / 1188 - r2 * (691.0 / 360360 - r2 * (1.0 / 156 - r2 * 3617 / 122400)))))));
        return (x - 0.5) * Math.Log(x) - x + 0.5 * Math.Log(2 * Math.PI) + series - Math.Log(product);
    }
}
