using Ristretto.Columns.Arrays;
using Ristretto.Columns.Vectors;

namespace Ristretto.Tests.Columns.Vectors;

/// <summary>Every quantity and operation of columns of vectors against that of one vector, which is the definition, for ordinary and special vectors
/// at every place of a column.</summary>
public class VectorColumnOperationTests
{
    private static readonly LorentzVector[] s_vectors =
    [
        .. Make(4, 50), new(0, 0, 0, 0), new(0, 0, 5, 5), new(0, 0, -5, 6), new(1, 0, 0, 0.5), new(-1, 0.0, 0, 2), new(-1, -0.0, 0, 2), new(0, -3, 4, 5),
        new(double.NaN, 1, 1, 1), new(1e-9, 0, 1e8, 1e8), .. Make(5, 6),
    ];

    [Fact]
    public void Quantities_AnyVector_AreThoseOfOneVector()
    {
        for (var shift = 0; shift < 4; shift++)
        {
            var vectors = s_vectors[shift..];
            var columns = Columns(vectors);
            Close(vectors.Select(v => v.P), columns.P);
            Close(vectors.Select(v => v.Theta), columns.Theta);
            Close(vectors.Select(v => v.CosTheta), columns.CosTheta);
            Close(vectors.Select(v => v.MassSquared), columns.MassSquared);
            Close(vectors.Select(v => v.SignedMass), columns.SignedMass);
            Close(vectors.Select(v => v.TransverseMass), columns.TransverseMass);
            Close(vectors.Select(v => v.TransverseEnergy), columns.TransverseEnergy);
            Close(vectors.Select(v => v.Beta), columns.Beta);
            Close(vectors.Select(v => v.Gamma), columns.Gamma);
            Close(vectors.Select(v => v.Momentum.R), columns.Momentum.R);
            Close(vectors.Select(v => v.Momentum.Rho), columns.Momentum.Rho);
            Close(vectors.Select(v => v.Momentum.Theta), columns.Momentum.Theta);
            Close(vectors.Select(v => v.Momentum.CosTheta), columns.Momentum.CosTheta);
            Close(vectors.Select(v => v.Momentum.Eta), columns.Momentum.Eta);
            Close(vectors.Select(v => v.Momentum.Phi), columns.Momentum.Phi);
            Close(vectors.Select(v => v.Momentum.Unit().Y), columns.Momentum.Unit().Y);
            Close(vectors.Select(v => v.Transverse.Pt), columns.Transverse.Pt);
            Close(vectors.Select(v => v.Transverse.Phi), columns.Transverse.Phi);
            Close(vectors.Select(v => v.Velocity.Z), columns.Velocity.Z);
        }
    }

    [Fact]
    public void Pairs_AnyVectors_AreThoseOfTwoVectors()
    {
        for (var shift = 1; shift < 5; shift++)
        {
            LorentzVector[] a = s_vectors[shift..], b = s_vectors[..^shift];
            LorentzVectorColumn x = Columns(a), y = Columns(b);
            Close(a.Zip(b, (v, w) => v.Dot(w)), x.Dot(y));
            Close(a.Zip(b, (v, w) => v.Angle(w)), x.Angle(y));
            Close(a.Zip(b, (v, w) => v.TransverseMassWith(w.Transverse)), x.TransverseMassWith(y.Transverse));
            Close(a.Zip(b, (v, w) => v.Momentum.Dot(w.Momentum)), x.Momentum.Dot(y.Momentum));
            Close(a.Zip(b, (v, w) => v.Momentum.Angle(w.Momentum)), x.Momentum.Angle(y.Momentum));
            Close(a.Zip(b, (v, w) => v.Momentum.Cross(w.Momentum).X), x.Momentum.Cross(y.Momentum).X);
            Close(a.Zip(b, (v, w) => v.Momentum.Cross(w.Momentum).Z), x.Momentum.Cross(y.Momentum).Z);
            Close(a.Zip(b, (v, w) => v.Transverse.Dot(w.Transverse)), x.Transverse.Dot(y.Transverse));
        }
        LorentzVector[] first = Make(8, 21), second = Make(9, 21);
        LorentzVectorColumn p = Columns(first), q = Columns(second);
        Close(first.Zip(second, (v, w) => v.DeltaPhi(w)), p.DeltaPhi(q), 1e-14);
        Close(first.Zip(second, (v, w) => v.DeltaEta(w)), p.DeltaEta(q), 1e-14);
        Close(first.Zip(second, (v, w) => v.DeltaR(w)), p.DeltaR(q), 1e-14);
        Close(first.Zip(second, (v, w) => v.DeltaRapidityPhi(w)), p.DeltaRapidityPhi(q), 1e-14);
        Close(first.Zip(second, (v, w) => v.Transverse.DeltaPhi(w.Transverse)), p.Transverse.DeltaPhi(q.Transverse), 1e-14);
        Assert.Equal("cannot combine 21 vectors with 20", Assert.Throws<ArgumentException>(() => p.Dot(q[EventIndex.Of([.. Enumerable.Range(0, 20)])])).Message);
    }

    [Fact]
    public void Boost_AnyLength_HasTheBitsOfOneVector()
    {
        for (var length = 0; length < 14; length++)
        {
            LorentzVector[] vectors = Make(length, length), frames = Make(100 + length, length);
            var (there, back, by) = (Columns(vectors).BoostToRestFrameOf(Columns(frames)), Columns(vectors).BoostFromRestFrameOf(Columns(frames)), Columns(vectors).Boost(Columns(frames).Velocity));
            for (var i = 0; i < length; i++)
            {
                Assert.Equal(vectors[i].BoostToRestFrameOf(frames[i]), there[i]);
                Assert.Equal(vectors[i].BoostFromRestFrameOf(frames[i]), back[i]);
                Assert.Equal(back[i], by[i]);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(8)]
    public void Boost_TooFast_IsRefusedWhereverItStands(int wrong)
    {
        var frames = Make(12, 9);
        frames[wrong] = new LorentzVector(0, 3, 4, 5);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Columns(Make(13, 9)).BoostToRestFrameOf(Columns(frames)));
        Assert.StartsWith("a boost needs a velocity below 1, this one is 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arithmetic_ComponentByComponent()
    {
        LorentzVector[] a = Make(1, 7), b = Make(2, 7);
        LorentzVectorColumn x = Columns(a), y = Columns(b);
        Assert.Equal(a.Select(v => v * 0.9), Vectors(x * 0.9));
        Assert.Equal(a.Select(v => -v), Vectors(-x));
        Assert.Equal(a.Zip(b, (v, w) => v.Momentum - w.Momentum), Each(7, i => (x.Momentum - y.Momentum)[i]));
        Assert.Equal(a.Zip(b, (v, w) => v.Momentum + w.Momentum), Each(7, i => (x.Momentum + y.Momentum)[i]));
        Assert.Equal(a.Zip(b, (v, w) => v.Transverse + w.Transverse), Each(7, i => (x.Transverse + y.Transverse)[i]));
        Assert.Equal(a.Zip(b, (v, w) => v.Transverse - w.Transverse), Each(7, i => (x.Transverse - y.Transverse)[i]));
        Assert.Equal(a.Select(v => v.Momentum * -2), Each(7, i => (x.Momentum * -2)[i]));
        Assert.Equal(a.Select(v => -v.Transverse * v.E), Each(7, i => (-x.Transverse * x.E)[i]));
        Assert.Equal(a[2].Momentum, x.Momentum[EventIndex.Of(2)][0]);
        Assert.Equal(a[1].Transverse, x.Transverse[x.E == a[1].E][0]);
        Assert.Equal(a[1].Momentum, x.Momentum[x.E == a[1].E][0]);
    }

    [Fact]
    public void JaggedVectors_MeetVectorsOfTheEvent()
    {
        var jets = JaggedLorentzVectors.Of(Columns(Make(20, 5)), Lists.FromCounts([3, 0, 2]));
        var other = JaggedLorentzVectors.Of(Columns(Make(21, 5)), Lists.FromCounts([3, 0, 2]));
        var events = Columns(Make(22, 3));
        for (var e = 0; e < 3; e++)
        {
            for (var i = 0; i < jets.Lists.Count[e]; i++)
            {
                Assert.Equal(jets[e, i].DeltaR(events[e]), jets.DeltaR(events)[e][i], 1e-13);
                Assert.Equal(jets[e, i].DeltaPhi(events[e]), jets.DeltaPhi(events)[e][i], 1e-13);
                Assert.Equal(jets[e, i].DeltaR(other[e, i]), jets.DeltaR(other)[e][i], 1e-13);
                Assert.Equal(jets[e, i].DeltaPhi(other[e, i]), jets.DeltaPhi(other)[e][i], 1e-13);
                Assert.Equal(jets[e, i].Angle(other[e, i]), jets.Angle(other)[e][i], 1e-13);
                Assert.Equal(jets[e, i].Dot(other[e, i]), jets.Dot(other)[e][i]);
                Assert.Equal(jets[e, i].TransverseMassWith(events[e].Transverse), jets.TransverseMassWith(events.Transverse)[e][i], 1e-11);
                Assert.Equal(jets[e, i].BoostToRestFrameOf(events[e]), jets.BoostToRestFrameOf(events)[e, i]);
                Assert.Equal(jets[e, i].BoostToRestFrameOf(other[e, i]), jets.BoostToRestFrameOf(other)[e, i]);
                Assert.Equal(jets[e, i] - other[e, i], (jets - other)[e, i]);
                Assert.Equal(jets[e, i] * 2, (jets * jets.E.FilledWith(2.0))[e, i]);
            }
        }
        Assert.Throws<ArgumentException>(() => jets.DeltaR(Columns(Make(1, 2))));
        Assert.Throws<ArgumentException>(() => JaggedLorentzVectors.Of(events, jets.Lists));
    }

    [Fact]
    public void JaggedVectors_JoinedMeanAndBestPair()
    {
        JaggedLorentzVectors electrons = JaggedLorentzVectors.Of(Columns(Make(30, 3)), Lists.FromCounts([2, 1, 0])), muons = JaggedLorentzVectors.Of(Columns(Make(31, 2)), Lists.FromCounts([1, 0, 1]));
        var leptons = electrons.JoinedWith(muons);
        Assert.Equal([3, 1, 1], leptons.Count.ToArray());
        Assert.Equal((electrons[0, 1], muons[0, 0], muons[2, 0]), (leptons[0, 1], leptons[0, 2], leptons[2, 0]));
        Assert.Equal((electrons[0, 0] + electrons[0, 1]).Py / 2, electrons.Mean().Py[0], 1e-12);
        Assert.True(double.IsNaN(electrons.Mean().E[2]));
        var best = electrons.BestPair(muons, (e, m) => (e + m).Mass);
        Assert.Equal([1, 0, 0], best.Count.ToArray());
        Assert.Equal(Enumerable.Range(0, 2).MinBy(i => (electrons[0, i] + muons[0, 0]).Mass), best.First.Values[0]);
        Assert.Equal(leptons.Eta.ToArrays(), leptons.Directions.Eta.ToArrays());
        Assert.Equal(leptons.Flat.Momentum.R.ToArray(), leptons.Flat.Momentum.R.Unflatten(leptons.Lists).Flat.ToArray());
        Assert.Equal(leptons.P.ToArrays(), leptons.Flat.P.Unflatten(leptons.Lists).ToArrays());
        Assert.Throws<ArgumentException>(() => leptons.Flat.P.Unflatten(electrons.Lists));
    }

    private static LorentzVector[] Make(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => LorentzVector.FromPtEtaPhiM(15 + 300 * random.NextDouble(), 5 * random.NextDouble() - 2.5, Math.PI * (2 * random.NextDouble() - 1), 1 + 30 * random.NextDouble()))];
    }

    private static LorentzVectorColumn Columns(LorentzVector[] v) => new(
        Column.Of(v.Select(x => x.Px).ToArray()), Column.Of(v.Select(x => x.Py).ToArray()), Column.Of(v.Select(x => x.Pz).ToArray()), Column.Of(v.Select(x => x.E).ToArray()));

    private static LorentzVector[] Vectors(LorentzVectorColumn v) => Each(v.Length, i => v[i]);

    private static T[] Each<T>(int count, Func<int, T> item) => [.. Enumerable.Range(0, count).Select(item)];

    // Four units of the last place of the number, or of what it is the difference of.
    private static void Close(IEnumerable<double> expected, Column<double> actual, double absolute = 0)
    {
        var i = 0;
        foreach (var e in expected)
        {
            var a = actual[i++];
            if (double.IsNaN(e)) Assert.True(double.IsNaN(a), $"{i}: NaN expected, {a} found");
            else if (double.IsInfinity(e)) Assert.Equal(e, a);
            else Assert.True(Math.Abs(e - a) <= absolute + 1e-14 * Math.Abs(e), $"{i}: {e} expected, {a} found");
        }
        Assert.Equal(actual.Length, i);
    }
}
