using Ristretto.Analyses.Edm4Hep;
using Ristretto.Columns.Arrays;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Analyses;

/// <summary>The EDM4hep example. The file has three equal events of made-up numbers: a particle of energy 43 and momentum (44, 45, 46), with one cluster of energy 43.</summary>
public class Edm4HepTests
{
    [Fact]
    public void Histograms_OfTheExample_AreWhatAHandCalculationGives()
    {
        var analysis = new Recoil(240);

        var report = Edm4HepBatch.Open(SharedData.Path("root", "edm4hep.root")).Run(analysis.Process);

        // √((240 − 43)² − 44² − 45² − 46²) = √32732 = 180.92, bin 90 of 2 GeV; 43 is in bin 21 of 2 GeV; 43 / 43 in bin 25 of 0.04; the first value is the underflow.
        Assert.Equal(3, report.Events);
        Assert.Equal((3, 3.0), (analysis.Mass.Entries, analysis.Mass.Values[1 + 90]));
        Assert.Equal((3, 3.0), (analysis.Energy.Entries, analysis.Energy.Values[1 + 21]));
        Assert.Equal((3, 3.0), (analysis.ClusterShare.Entries, analysis.ClusterShare.Values[1 + 25]));
    }

    [Fact]
    public void Columns_ArraysAndRelations_AreReadOfWholeEventsAndOfOne()
    {
        Edm4HepBatch.Open(SharedData.Path("root", "edm4hep.root")).Run(ev =>
        {
            if (ev.Length == 0) return;
            var particles = ev.ReconstructedParticle;
            // 42 to 51, ten numbers of each particle.
            var covariances = particles.CovMatrixValues;
            Assert.Equal((3, 10), (covariances.Lists.Total, covariances.Inner.Lists.CommonLength));
            Assert.Equal(Enumerable.Repeat(Enumerable.Range(42, 10).Select(i => (float)i), 3).SelectMany(values => values), covariances.Inner.Flat.ToArray());
            Assert.Equal([43, 43], particles[EventIndex.Of(0, 2)].CovMatrixValues.Inner.ToArrays().Select(values => values[1]));
            Assert.Equal([43.0, 43.0, 43.0], particles.P4.E.Flat.ToArray());
            foreach (var e in ev)
            {
                foreach (var particle in e.ReconstructedParticle)
                {
                    Assert.Equal(51, particle.CovMatrixValues[^1]);
                    Assert.Equal(46, particle.P4.Pz);
                }
                Assert.Equal(3, e.MCParticle.Count);
                Assert.Equal(e.MCParticle[0].MomentumX, e.MCParticle[0].P4.Px);
                Assert.Equal(e.MCParticle[0].Mass, e.MCParticle[0].P4.Mass, 1e-9);
            }
        });
    }
}
