namespace Ristretto.Columns.Vectors;

public readonly partial record struct LorentzVector
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

    /// <summary>The vector as seen after a boost by a velocity in units of c.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The velocity is not below 1.</exception>
    public LorentzVector Boost(in ThreeVector velocity) => Boost(velocity.X, velocity.Y, velocity.Z);

    /// <summary>The vector as seen after a boost by the velocity of <paramref name="frame"/>: from its rest frame to where it moves.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The frame is not time-like.</exception>
    public LorentzVector BoostFromRestFrameOf(in LorentzVector frame) => Boost(frame.Velocity);

    /// <summary>A boost along x by a velocity in units of c.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The velocity is not below 1.</exception>
    public LorentzVector BoostX(double beta) => Boost(beta, 0, 0);

    /// <summary>A boost along y by a velocity in units of c.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The velocity is not below 1.</exception>
    public LorentzVector BoostY(double beta) => Boost(0, beta, 0);

    /// <summary>A boost along z, the beam, by a velocity in units of c.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The velocity is not below 1.</exception>
    public LorentzVector BoostZ(double beta) => Boost(0, 0, beta);

    /// <summary>The velocity in units of c that has a Lorentz factor, √(1 − 1/γ²); backwards for a negative one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The factor lies between −1 and 1.</exception>
    public static double VelocityOf(double gamma)
    {
        if (!(Math.Abs(gamma) >= 1)) throw new ArgumentOutOfRangeException(nameof(gamma), gamma, "a Lorentz factor is at least 1");
        return Math.CopySign(Math.Sqrt((gamma - 1) * (gamma + 1)) / Math.Abs(gamma), gamma);
    }
}
