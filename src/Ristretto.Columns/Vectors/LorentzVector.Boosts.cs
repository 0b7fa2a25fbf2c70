namespace Ristretto.Columns.Vectors;

public readonly partial struct LorentzVector
{
    /// <summary>The vector as seen after a boost by a velocity in units of c.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The velocity is not below 1.</exception>
    /// <remarks>E′ = γ (E + β·p), p′ = p + ((γ − 1) (β·p) / β² + γ E) β.</remarks>
    public LorentzVector Boost(double betaX, double betaY, double betaZ)
    {
        var beta2 = betaX * betaX + betaY * betaY + betaZ * betaZ;
        if (!(beta2 < 1)) throw new ArgumentOutOfRangeException(nameof(betaX), $"a boost needs a velocity below 1, this one is {Math.Sqrt(beta2)}");
        var gamma = 1 / Math.Sqrt(1 - beta2);
        var along = betaX * Px + betaY * Py + betaZ * Pz;
        var factor = gamma * gamma / (1 + gamma) * along + gamma * E;              // (γ − 1) / β² = γ² / (1 + γ), good for small β too
        return new LorentzVector(Px + factor * betaX, Py + factor * betaY, Pz + factor * betaZ, gamma * (E + along));
    }

    /// <summary>The vector as seen by an observer who moves with <paramref name="frame"/>: there the frame itself is at rest.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The frame is not time-like.</exception>
    public LorentzVector BoostToRestFrameOf(in LorentzVector frame) => Boost(-frame.Px / frame.E, -frame.Py / frame.E, -frame.Pz / frame.E);
}
