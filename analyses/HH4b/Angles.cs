namespace Ristretto.Analyses.HH4b;

/// <summary>Differences of angles.</summary>
public static class Angles
{
    /// <summary>a − b, brought into [−π, π).</summary>
    public static double DeltaPhi(double a, double b)
    {
        var d = (a - b + Math.PI) % (2 * Math.PI);
        return (d < 0 ? d + 2 * Math.PI : d) - Math.PI;
    }
}
