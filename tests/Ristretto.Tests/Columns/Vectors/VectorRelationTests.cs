using Ristretto.Columns.Vectors;

namespace Ristretto.Tests.Columns.Vectors;

/// <summary>Two vectors together, and boosts; the numbers with many digits are those in the tests of the Python package vector (scikit-hep).</summary>
public class VectorRelationTests
{
    [Fact]
    public void Products_OfThreeVectors_ByHand()
    {
        ThreeVector a = new(0.1, 0.2, 0.3), b = new(0.4, 0.5, 0.6);
        Assert.Equal(0.32, a.Dot(b), 1e-15);
        Assert.Equal(0.225726, a.Angle(b), 1e-6);
        Assert.Equal(Math.Acos(0.32 / (a.R * b.R)), a.Angle(b), 1e-14);
        var cross = a.Cross(b);
        Assert.Equal(-0.03, cross.X, 1e-16);
        Assert.Equal(0.06, cross.Y, 1e-16);
        Assert.Equal(-0.03, cross.Z, 1e-16);
        Assert.Equal(new ThreeVector(0, 0, 1), new ThreeVector(1, 0, 0).Cross(new(0, 1, 0)));
        Assert.Equal(1, a.Unit().R, 1e-15);
        Assert.Equal(Math.PI, a.Angle(-a), 1e-15);
        Assert.Equal(1e-9, new ThreeVector(1, 0, 0).Angle(new(1, 1e-9, 0)), 1e-24);
    }

    [Fact]
    public void Directions_ParallelAndPerpendicular()
    {
        ThreeVector a = new(1, 2, 3), b = new(-2, 1, 0);
        Assert.True(a.IsParallelTo(2 * a));
        Assert.False(a.IsParallelTo(-a));
        Assert.True(a.IsAntiparallelTo(-a / 2));
        Assert.False(a.IsAntiparallelTo(a));
        Assert.True(a.IsPerpendicularTo(b));
        Assert.False(a.IsPerpendicularTo(a + b));
        Assert.False(a.IsParallelTo(a + 0.1 * b));
        Assert.True(a.IsParallelTo(a + 0.1 * b, tolerance: 0.1));
    }

    [Fact]
    public void MassSquared_SaysWhatKind()
    {
        LorentzVector time = new(0, 0, 1, 2), space = new(0, 0, 2, 1), light = new(3, 4, 0, 5);
        Assert.Equal((true, false, false), (time.IsTimelike(), time.IsSpacelike(), time.IsLightlike()));
        Assert.Equal((false, true, false), (space.IsTimelike(), space.IsSpacelike(), space.IsLightlike()));
        Assert.Equal((false, false, true), (light.IsTimelike(), light.IsSpacelike(), light.IsLightlike()));
        Assert.False(time.IsTimelike(tolerance: 3));
    }

    [Fact]
    public void Dot_OfFourVectors_IsTimeMinusSpace()
    {
        LorentzVector a = new(1, 2, 3, 10), b = new(4, 5, 6, 20);
        Assert.Equal(200 - 32, a.Dot(b));
        Assert.Equal(a.MassSquared, a.Dot(a));
        Assert.Equal((a + b).MassSquared, a.MassSquared + b.MassSquared + 2 * a.Dot(b));
        Assert.Equal(new LorentzVector(-1, -2, -3, -10), -a);
        Assert.Equal(new LorentzVector(0.5, 1, 1.5, 5), a / 2);
    }

    [Fact]
    public void Distances_AcrossPi_WrapAround()
    {
        ThreeVector a = ThreeVector.FromPtEtaPhi(1, 0.3, 3), b = ThreeVector.FromPtEtaPhi(2, 0, -3);
        var phi = 2 * Math.PI - 6;
        Assert.Equal(-phi, a.DeltaPhi(b), 1e-14);
        Assert.Equal(0.3, a.DeltaEta(b), 1e-14);
        Assert.Equal(Math.Sqrt(0.09 + phi * phi), a.DeltaR(b), 1e-14);
        Assert.Equal(-phi, a.Transverse.DeltaPhi(b.Transverse), 1e-14);
        Assert.Equal(0.3, a.WithMass(1).DeltaEta(b.WithMass(2)), 1e-14);
    }

    [Fact]
    public void DeltaRapidityPhi_OppositeVectors_IsThePublishedNumber()
    {
        LorentzVector a = LorentzVector.FromPxPyPzM(1, 1, 1, 1), b = LorentzVector.FromPxPyPzM(-1, -1, -1, 1);
        var rapidity = 0.5 * Math.Log(3) - 0.5 * Math.Log(1.0 / 3);
        Assert.Equal(Math.Sqrt(Math.PI * Math.PI + rapidity * rapidity), a.DeltaRapidityPhi(b), 1e-14);
    }

    [Fact]
    public void TransverseMass_OfLeptonAndMissingMomentum()
    {
        var lepton = LorentzVector.FromPtEtaPhiM(40, 1.7, 0.2, 0.1);
        Assert.Equal(80, lepton.TransverseMassWith(TransverseVector.FromPtPhi(40, 0.2 - Math.PI)), 1e-12);
        Assert.Equal(0, lepton.TransverseMassWith(TransverseVector.FromPtPhi(30, 0.2)), 1e-5);
        Assert.Equal(Math.Sqrt(2 * 40 * 30 * (1 - Math.Cos(1))), lepton.TransverseMassWith(TransverseVector.FromPtPhi(30, 1.2)), 1e-12);
        Assert.Equal(new TransverseVector(-3, -4), -(new TransverseVector(1, 1) + new LorentzVector(2, 3, 9, 20).Transverse));
        Assert.Equal(Math.PI, Math.Abs((TransverseVector.FromPtPhi(5, 0.4) * -1).DeltaPhi(TransverseVector.FromPtPhi(5, 0.4))), 1e-14);
    }

    [Fact]
    public void Boost_ByVelocityOrVector_IsThePublishedVector()
    {
        LorentzVector vector = new(1, 2, 3, 4), frame = new(5, 6, 7, 15);
        foreach (var boosted in new[] { vector.BoostFromRestFrameOf(frame), vector.Boost(new ThreeVector(5.0 / 15, 6.0 / 15, 7.0 / 15)) })
        {
            Assert.Equal(3.5537720741941676, boosted.Px, 1e-13);
            Assert.Equal(5.0645264890330015, boosted.Py, 1e-13);
            Assert.Equal(6.575280903871835, boosted.Pz, 1e-13);
            Assert.Equal(9.138547120755076, boosted.E, 1e-13);
        }
    }

    [Fact]
    public void BoostX_ByLorentzFactor_IsThePublishedVector()
    {
        var boosted = new LorentzVector(3, 2, 1, 4).BoostX(LorentzVector.VelocityOf(-3));
        Assert.Equal(-2.313708498984761, boosted.Px, 1e-13);
        Assert.Equal(2, boosted.Py);
        Assert.Equal(1, boosted.Pz);
        Assert.Equal(3.5147186257614287, boosted.E, 1e-13);
        Assert.Throws<ArgumentOutOfRangeException>(() => LorentzVector.VelocityOf(0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => LorentzVector.VelocityOf(double.NaN));
    }

    [Fact]
    public void Boost_AlongAxes_AddsRapidity()
    {
        var vector = new LorentzVector(1, 2, 3, 10);
        Assert.Equal(vector.Rapidity + Math.Atanh(0.6), vector.BoostZ(0.6).Rapidity, 1e-14);
        Assert.Equal(0.5 * Math.Log(12.0 / 8) + Math.Atanh(0.6), 0.5 * Math.Log((vector.BoostY(0.6).E + vector.BoostY(0.6).Py) / (vector.BoostY(0.6).E - vector.BoostY(0.6).Py)), 1e-14);
        Assert.Equal(vector.Mass, vector.BoostX(-0.9).Mass, 1e-13);
        Assert.Equal((1.0, 2.0), (vector.BoostZ(0.6).Px, vector.BoostZ(0.6).Py));
    }
}
