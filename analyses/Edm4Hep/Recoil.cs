using Ristretto.Columns.Vectors;
using Ristretto.Events.Engine;
using Ristretto.Histograms;

namespace Ristretto.Analyses.Edm4Hep;

/// <summary>What recoils against the reconstructed particles of e⁺e⁻ events, and how much of each particle's energy its clusters have.</summary>
/// <param name="collisionEnergy">Energy of the collision at rest, in GeV.</param>
public sealed class Recoil(double collisionEnergy) : IAnalysis<Edm4HepBatch>
{
    /// <summary>Mass of what recoils against all reconstructed particles: √((√s − E)² − p²).</summary>
    public Histogram Mass { get; } = Histogram.Regular("recoil", 125, 0, 250).Label("m_{recoil} [GeV]");

    /// <summary>Energy of each reconstructed particle.</summary>
    public Histogram Energy { get; } = Histogram.Regular("energy", 60, 0, 120).Label("E [GeV]");

    /// <summary>Energy of the clusters of each particle, as a share of its own.</summary>
    public Histogram ClusterShare { get; } = Histogram.Regular("clusters", 50, 0, 2).Label("ΣE(clusters) / E");

    /// <inheritdoc/>
    public void Process(Edm4HepBatch ev)
    {
        var beams = new LorentzVector(0, 0, 0, collisionEnergy);
        Energy.Fill(ev.ReconstructedParticle.Energy);
        foreach (var e in ev)
        {
            var visible = new LorentzVector(0, 0, 0, 0);
            foreach (var particle in e.ReconstructedParticle)
            {
                visible += particle.P4;
                // A relation is a range in a list of indices, which lead to the objects.
                var clusters = 0.0;
                for (var i = particle.ClustersBegin; i < particle.ClustersEnd; i++) clusters += e.ReconstructedParticleClusters[(int)i].Cluster.Energy;
                ClusterShare.Fill(clusters / particle.Energy);
            }
            Mass.Fill((beams - visible).Mass);
        }
    }
}
