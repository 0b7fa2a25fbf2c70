namespace Ristretto.Events.Generators.Model;

/// <summary>What the objects of a collection are.</summary>
internal enum ObjectKind
{
    /// <summary>Nothing that has a four-vector.</summary>
    Plain,

    /// <summary>Particles with pt, eta, phi and mass.</summary>
    Particle,

    /// <summary>Particles with the components of their momentum, and energy or mass.</summary>
    Cartesian,

    /// <summary>Particles with pt, eta and phi, whose mass is zero.</summary>
    Massless,
}
