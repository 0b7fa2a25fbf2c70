using Ristretto.Events.Corrections;

namespace Ristretto.Analyses.HH4b;

/// <summary>The pile-up weight of a year, each as a function of the true number of interactions.</summary>
/// <param name="Name">Name of the weight and of its uncertainty: <c>CMS_pileup_UL18</c>.</param>
/// <param name="Nominal">The weight.</param>
/// <param name="Up">The weight with a larger inelastic cross section.</param>
/// <param name="Down">The weight with a smaller one.</param>
public sealed record PileupWeight(string Name, BoundCorrection Nominal, BoundCorrection Up, BoundCorrection Down);
