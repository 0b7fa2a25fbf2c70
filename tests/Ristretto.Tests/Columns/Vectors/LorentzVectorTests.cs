using Ristretto.Columns.Arrays;
using Ristretto.Columns.Vectors;

namespace Ristretto.Tests.Columns.Vectors;

public class LorentzVectorTests
{
    [Fact]
    public void FromPtEtaPhiM_AndBack_GivesTheSameNumbers()
    {
        var random = new Random(8);
        for (var i = 0; i < 1000; i++)
        {
            var (pt, eta, phi, mass) = (1 + random.NextDouble() * 500, random.NextDouble() * 8 - 4, random.NextDouble() * 6 - 3, random.NextDouble() * 200);
            var v = LorentzVector.FromPtEtaPhiM(pt, eta, phi, mass);
            Assert.Equal(pt, v.Pt, pt * 1e-14);
            Assert.Equal(eta, v.Eta, 1e-13);
            Assert.Equal(phi, v.Phi, 1e-13);
            Assert.Equal(mass * mass, v.MassSquared, v.E * v.E * 1e-15);
            Assert.Equal(v.Pt * Math.Cosh(eta), v.P, v.P * 1e-13);
        }
    }

    [Fact]
    public void Quantities_OfASimpleVector()
    {
        var v = new LorentzVector(3, 4, 12, 20);
        Assert.Equal(5, v.Pt);
        Assert.Equal(13, v.P);
        Assert.Equal(Math.Sqrt(400 - 169), v.Mass);
        Assert.Equal(0.5 * Math.Log(32.0 / 8), v.Rapidity);
        Assert.Equal(16, v.TransverseMass);
        Assert.Equal(Math.Atan2(4, 3), v.Phi);
        Assert.Equal(Math.Asinh(12.0 / 5), v.Eta);
    }

    [Fact]
    public void Quantities_Edges_AreDefined()
    {
        Assert.Equal(0, default(LorentzVector).Eta);
        Assert.Equal(double.NegativeInfinity, new LorentzVector(0, 0, -1, 1).Eta);
        var spaceLike = new LorentzVector(0, 0, 2, 1);
        Assert.Equal(-3, spaceLike.MassSquared);
        Assert.Equal(0, spaceLike.Mass);
        Assert.True(double.IsNaN(new LorentzVector(double.NaN, 0, 0, 1).Mass));
        Assert.True(double.IsNaN(new LorentzVector(double.NaN, 0, 0, 1).Eta));
        Assert.Equal(0, LorentzVector.FromPtEtaPhiM(1, 0, 0, -2).E);
    }

    [Fact]
    public void Boost_ToItsRestFrame_LeavesTheMass()
    {
        var v = LorentzVector.FromPtEtaPhiM(80, 1.2, 2, 91.2);
        var rest = v.BoostToRestFrameOf(v);
        Assert.Equal(0, rest.P, 1e-11);
        Assert.Equal(91.2, rest.E, 1e-11);
        var back = rest.Boost(v.Px / v.E, v.Py / v.E, v.Pz / v.E);
        Assert.Equal(v.Px, back.Px, 1e-10);
        Assert.Equal(v.Pz, back.Pz, 1e-10);
        Assert.Equal(v.E, back.E, 1e-10);
        Assert.Equal("a boost needs a velocity below 1, this one is 1", Assert.Throws<ArgumentOutOfRangeException>(() => v.Boost(1, 0, 0)).Message[..47]);
    }

    [Fact]
    public void DeltaR_AcrossPi_WrapsAround()
    {
        var (a, b) = (LorentzVector.FromPtEtaPhiM(1, 0.3, 3, 0), LorentzVector.FromPtEtaPhiM(2, 0, -3, 0));
        var phi = 2 * Math.PI - 6;
        Assert.Equal(-phi, a.DeltaPhi(b), 1e-14);
        Assert.Equal(Math.Sqrt(0.09 + phi * phi), a.DeltaR(b), 1e-14);
    }

    [Fact]
    public void Columns_AreTheVectorsOneByOne()
    {
        var pt = JaggedColumn.Of<float>([50, 40, 30], [], [20]);
        var eta = JaggedColumn.Of<float>([0.1f, -1, 2], [], [0]);
        var phi = JaggedColumn.Of<float>([0, 3, -2], [], [1]);
        var mass = JaggedColumn.Of<float>([5, 4, 3], [], [0.1f]);
        var vectors = JaggedLorentzVectors.FromPtEtaPhiM(pt, eta, phi, mass);

        var sum = vectors.Sum();
        var expected = default(LorentzVector) + vectors[0, 0] + vectors[0, 1] + vectors[0, 2];
        Assert.Equal(expected.Mass, sum.Mass[0]);
        Assert.Equal(expected.Pt, sum.Pt[0]);
        Assert.Equal(0, sum.E[1]);
        Assert.Equal(LorentzVector.FromPtEtaPhiM(20, 0, 1, 0.1f).E, sum[2].E, 1e-14 * 20);

        var best = vectors.BestPair((a, b) => -(a + b).Mass);
        var dijets = (vectors[best.First] + vectors[best.Second]).Mass;
        Assert.Equal([1, 0, 0], dijets.Count.ToArray());
        Assert.Equal(Enumerable.Max([(vectors[0, 0] + vectors[0, 1]).Mass, (vectors[0, 0] + vectors[0, 2]).Mass, (vectors[0, 1] + vectors[0, 2]).Mass]), dijets[0][0]);
        Assert.Equal([1, 0, 0], vectors.BestTriple((a, b, c) => (a + b + c).Mass).Count.ToArray());
        Assert.Equal([2, 0, 0], vectors[pt > 30].Count.ToArray());
        Assert.Equal(1, vectors[Mask.Of(false, false, true)].Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => vectors[1, 0]);
    }
}
