using Ristretto.Columns.Arrays;
using Ristretto.Columns.Vectors;

namespace Ristretto.Tests.Columns.Vectors;

/// <summary>The vector (3, 4, 10, 20) in each of the twelve systems. Its other coordinates and what follows from them are those in the tests of the
/// Python package vector (scikit-hep), tests/compute.</summary>
public class CoordinateSystemTests
{
    private const double Pt = 5, Eta = 1.4436354751788103, Theta = 0.4636476090008061, Mass = 16.583123951777;
    private static readonly double s_phi = Math.Atan2(4, 3);
    private static readonly LorentzVector s_vector = new(3, 4, 10, 20);

    public static TheoryData<int, int, int> Systems
    {
        get
        {
            var result = new TheoryData<int, int, int>();
            for (var system = 0; system < 12; system++) result.Add(system % 2, system / 2 % 3, system / 6);
            return result;
        }
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public void AnySystem_OneVector_IsTheSameVector(int azimuthal, int longitudinal, int temporal)
    {
        var across = azimuthal == 0 ? new TransverseVector(3, 4) : TransverseVector.FromPtPhi(Pt, s_phi);
        var momentum = longitudinal switch { 0 => across.WithPz(10), 1 => across.WithEta(Eta), _ => across.WithTheta(Theta) };
        var vector = temporal == 0 ? momentum.WithEnergy(20) : momentum.WithMass(Mass);
        Check(vector, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public void AnySystem_Columns_AreTheSameVectors(int azimuthal, int longitudinal, int temporal)
    {
        for (var length = 1; length < 10; length++)
        {
            var across = azimuthal == 0 ? new TransverseVectorColumn(Of(3), Of(4)) : TransverseVectorColumn.FromPtPhi(Of(Pt), Of(s_phi));
            var momentum = longitudinal switch { 0 => across.WithPz(Of(10)), 1 => across.WithEta(Of(Eta)), _ => across.WithTheta(Of(Theta)) };
            var vectors = temporal == 0 ? momentum.WithEnergy(Of(20)) : momentum.WithMass(Of(Mass));
            Assert.Equal(length, vectors.Length);
            for (var i = 0; i < length; i++) Check(vectors[i], 1e-12);

            Column<double> Of(double value) => Column.Of(Enumerable.Repeat(value, length).ToArray());
        }
    }

    [Fact]
    public void Factories_CommonSystems_GiveTheVector()
    {
        Check(LorentzVector.FromPtEtaPhiE(Pt, Eta, s_phi, 20), 1e-12);
        Check(LorentzVector.FromPxPyPzM(3, 4, 10, Mass), 1e-12);
        Check(LorentzVectorColumn.FromPtEtaPhiE(Column.Of(Pt), Column.Of(Eta), Column.Of(s_phi), Column.Of(20.0))[0], 1e-12);
        Check(LorentzVectorColumn.FromPxPyPzM(Column.Of(3f), Column.Of(4f), Column.Of(10f), Column.Of((float)Mass))[0], 1e-6);
        var lists = JaggedLorentzVectors.FromPtEtaPhiE(JaggedColumn.Of<double>([], [Pt]), JaggedColumn.Of<double>([], [Eta]), JaggedColumn.Of<double>([], [s_phi]), JaggedColumn.Of<double>([], [20]));
        Assert.Equal([0, 1], lists.Count.ToArray());
        Check(lists[1, 0], 1e-12);
    }

    [Fact]
    public void Quantities_AreThePublishedOnes()
    {
        Assert.Equal(Pt, s_vector.Pt);
        Assert.Equal(s_phi, s_vector.Phi);
        Assert.Equal(Eta, s_vector.Eta, 1e-15);
        Assert.Equal(Theta, s_vector.Theta, 1e-15);
        Assert.Equal(Math.Sqrt(125), s_vector.P);
        Assert.Equal(275, s_vector.MassSquared);
        Assert.Equal(Mass, s_vector.Mass, 1e-12);
        Assert.Equal(Mass, s_vector.SignedMass, 1e-12);
        Assert.Equal(Math.Sqrt(80), s_vector.TransverseEnergy, 1e-14);
        Assert.Equal(Math.Sqrt(300), s_vector.TransverseMass, 1e-14);
        Assert.Equal(Math.Sqrt(125) / 20, s_vector.Beta);
        Assert.Equal(1.2060453783110545, s_vector.Gamma, 1e-14);
        Assert.Equal(10 / Math.Sqrt(125), s_vector.CosTheta);
        Assert.Equal(new ThreeVector(0.15, 0.2, 0.5), s_vector.Velocity);
        Assert.Equal(1, s_vector.FourVelocity.Mass, 1e-14);
    }

    [Fact]
    public void Quantities_Edges_AreDefined()
    {
        Assert.Equal(-Math.Sqrt(3), new LorentzVector(0, 0, 2, 1).SignedMass);
        Assert.Equal(double.PositiveInfinity, new LorentzVector(0, 3, 4, 5).Gamma);
        Assert.Equal(0, default(LorentzVector).Theta);
        Assert.Equal(1, default(LorentzVector).CosTheta);
        Assert.Equal(0, new LorentzVector(0, 0, 0, 5).TransverseEnergy);
        Assert.Equal(Math.PI, new ThreeVector(0, 0, -1).Theta);
        Assert.Equal(double.NegativeInfinity, new ThreeVector(0, 0, -1).Eta);
        Assert.Equal(0, TransverseVector.FromPtPhi(0, 2).WithEta(1).WithMass(-3).E);
    }

    [Fact]
    public void Equality_IsExact()
    {
        Assert.True(s_vector == new LorentzVector(3, 4, 10, 20));
        Assert.True(s_vector != new LorentzVector(3, 4, 10, Math.BitIncrement(20)));
        Assert.True(s_vector.IsCloseTo(new LorentzVector(3, 4, 10, Math.BitIncrement(20))));
        Assert.False(s_vector.IsCloseTo(new LorentzVector(3, 4, 10, 20.001)));
        Assert.True(s_vector.IsCloseTo(new LorentzVector(3, 4, 10, 20.001), relative: 1e-4));
        Assert.False(new TransverseVector(double.NaN, 0).IsCloseTo(new TransverseVector(double.NaN, 0)));
    }

    private static void Check(LorentzVector vector, double tolerance)
    {
        Assert.Equal(3, vector.Px, 3 * tolerance);
        Assert.Equal(4, vector.Py, 4 * tolerance);
        Assert.Equal(10, vector.Pz, 10 * tolerance);
        Assert.Equal(20, vector.E, 20 * tolerance);
    }
}
