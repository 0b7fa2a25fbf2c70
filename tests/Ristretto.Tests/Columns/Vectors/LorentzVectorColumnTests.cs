using Ristretto.Columns.Arrays;
using Ristretto.Columns.Vectors;

namespace Ristretto.Tests.Columns.Vectors;

/// <summary>Columns of four-momenta against the formulas for one vector.</summary>
public class LorentzVectorColumnTests
{
    private static readonly (double Pt, double Eta, double Phi, double Mass)[] s_vectors = Make();

    [Fact]
    public void FromPtEtaPhiM_ManyVectors_AreThoseOfTheFormula()
    {
        var vectors = Column(s_vectors);
        for (var i = 0; i < s_vectors.Length; i++)
        {
            var (pt, eta, phi, mass) = s_vectors[i];
            var expected = LorentzVector.FromPtEtaPhiM(pt, eta, phi, mass);
            var scale = 1e-14 * expected.E;
            Assert.Equal(expected.Px, vectors.Px[i], scale);
            Assert.Equal(expected.Py, vectors.Py[i], scale);
            Assert.Equal(expected.Pz, vectors.Pz[i], scale);
            Assert.Equal(expected.E, vectors.E[i], scale);
        }
    }

    [Fact]
    public void Quantities_ManyVectors_AreThoseOfOneVector()
    {
        var vectors = Column(s_vectors);
        var (pt, eta, phi, mass, rapidity) = (vectors.Pt, vectors.Eta, vectors.Phi, vectors.Mass, vectors.Rapidity);
        for (var i = 0; i < vectors.Length; i++)
        {
            var one = vectors[i];
            Close(one.Pt, pt[i]);
            Close(one.Eta, eta[i]);
            Close(one.Phi, phi[i]);
            Close(one.Mass, mass[i]);
            Close(one.Rapidity, rapidity[i]);
        }
    }

    [Fact]
    public void Quantities_SpecialVectors_AreThoseOfOneVector()
    {
        LorentzVector[] special =
        [
            new(0, 0, 0, 0), new(0, 0, 5, 5), new(0, 0, -5, 5), new(1, 0, 0, 0.5), new(-1, 0.0, 0, 2), new(-1, -0.0, 0, 2), new(0, 1, 0, 1), new(0, -1, 0, 1),
            new(double.NaN, 1, 1, 1), new(1e-300, 0, 1e-300, 1), new(1e200, 1e200, 1e10, 1e201), new(1e-9, 0, 1e8, 1e8),
        ];
        for (var shift = 0; shift < 4; shift++)
        {
            var rotated = special.Skip(shift).Concat(special.Take(shift)).ToArray();
            var vectors = new LorentzVectorColumn(Of(rotated, v => v.Px), Of(rotated, v => v.Py), Of(rotated, v => v.Pz), Of(rotated, v => v.E));
            for (var i = 0; i < rotated.Length; i++)
            {
                Close(rotated[i].Pt, vectors.Pt[i]);
                Close(rotated[i].Eta, vectors.Eta[i]);
                Close(rotated[i].Phi, vectors.Phi[i]);
                Close(rotated[i].Mass, vectors.Mass[i]);
            }
        }
    }

    [Fact]
    public void AnyQuantity_WhereverAVectorStands_HasTheSameBits()
    {
        var whole = Column(s_vectors);
        for (var from = 0; from < 9; from++)
        {
            var part = Column(s_vectors[from..(from + 7)]);
            for (var i = 0; i < part.Length; i++)
            {
                Assert.Equal(whole.E[from + i], part.E[i]);
                Assert.Equal(whole.Px[from + i], part.Px[i]);
                Assert.Equal(whole.Eta[from + i], part.Eta[i]);
                Assert.Equal(whole.Phi[from + i], part.Phi[i]);
            }
        }
    }

    [Fact]
    public void InvariantMass_TwoColumns_IsTheMassOfTheSumToTheBit()
    {
        var (a, b) = (Column(s_vectors[..^3]), Column(s_vectors[3..]));
        Assert.Equal((a + b).Mass.ToArray(), LorentzVectorColumn.InvariantMass(a, b).ToArray());
        Assert.Throws<ArgumentException>(() => LorentzVectorColumn.InvariantMass(a, Column(s_vectors)));
    }

    [Fact]
    public void BoostToRestFrameOf_EachEvent_IsTheBoostOfOneVector()
    {
        var (a, b) = (Column(s_vectors[..^3]), Column(s_vectors[3..]));
        var boosted = a.BoostToRestFrameOf(a + b);
        for (var i = 0; i < a.Length; i++) Assert.Equal(a[i].BoostToRestFrameOf(a[i] + b[i]).E, boosted[i].E);
    }

    [Fact]
    public void Where_Vectors_ChoosesEventByEvent()
    {
        var (a, b) = (Column(s_vectors[..2]), Column(s_vectors[2..4]));
        var chosen = ColumnMath.Where(Mask.Of(true, false), a, b);
        Assert.Equal((a[0].Px, b[1].E), (chosen[0].Px, chosen[1].E));
    }

    private static (double, double, double, double)[] Make()
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, 203).Select(_ => (15 + 300 * random.NextDouble(), 10 * random.NextDouble() - 5, Math.PI * (2 * random.NextDouble() - 1), 0.1 + 30 * random.NextDouble()))];
    }

    private static LorentzVectorColumn Column((double Pt, double Eta, double Phi, double Mass)[] vectors) =>
        LorentzVectorColumn.FromPtEtaPhiM(Of(vectors, v => v.Pt), Of(vectors, v => v.Eta), Of(vectors, v => v.Phi), Of(vectors, v => v.Mass));

    private static Column<double> Of<T>(T[] vectors, Func<T, double> component) => Ristretto.Columns.Arrays.Column.Of(vectors.Select(component).ToArray());

    private static void Close(double expected, double actual)
    {
        if (double.IsNaN(expected)) Assert.True(double.IsNaN(actual));
        else if (double.IsInfinity(expected) || expected == 0) Assert.Equal(expected, actual);
        else Assert.Equal(expected, actual, 1e-14 * Math.Abs(expected));
    }
}
