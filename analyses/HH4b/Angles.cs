namespace Ristretto.Analyses.HH4b;

/// <summary>Differences of angles.</summary>
public static class Angles
{
    /// <summary>a − b for angles in [−π, π], brought into [−π, π).</summary>
    public static double DeltaPhi(double a, double b)
    {
        var d = a - b;
        if (d >= Math.PI) return d - 2 * Math.PI;
        return d < -Math.PI ? d + 2 * Math.PI : d;
    }

    /// <summary>ΔR of two directions.</summary>
    public static double DeltaR(double eta, double phi, double otherEta, double otherPhi)
    {
        var (deta, dphi) = (eta - otherEta, DeltaPhi(phi, otherPhi));
        return Math.Sqrt(deta * deta + dphi * dphi);
    }
}
