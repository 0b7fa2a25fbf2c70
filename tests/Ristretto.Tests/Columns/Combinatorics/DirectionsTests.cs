using Ristretto.Columns.Arrays;
using Ristretto.Columns.Combinatorics;

namespace Ristretto.Tests.Columns.Combinatorics;

public class DirectionsTests
{
    [Fact]
    public void AnyWithin_RandomEvents_IsTheDefinition()
    {
        var random = new Random(6);
        var (jets, leptons) = (Random(random, 300, 12), Random(random, 300, 3));
        foreach (var inclusive in new[] { false, true })
        {
            var actual = jets.AnyWithin(0.7, leptons, inclusive).ToArrays();
            for (var e = 0; e < 300; e++)
                for (var i = 0; i < jets.Eta[e].Length; i++)
                {
                    var expected = false;
                    for (var j = 0; j < leptons.Eta[e].Length; j++)
                    {
                        var r2 = R2(jets, leptons, e, i, j);
                        expected |= inclusive ? r2 <= 0.7 * 0.7 : r2 < 0.7 * 0.7;
                    }
                    Assert.Equal(expected, actual[e][i]);
                }
        }
    }

    [Theory]
    [InlineData(0.5, false, false)]
    [InlineData(0.5, true, true)]
    [InlineData(0.0, false, false)]
    public void AnyWithin_ExactlyAtTheRadius_IsTheCallersChoice(double radius, bool inclusive, bool expected)
    {
        var a = new Directions<float>(JaggedColumn.Of<float>([1f]), JaggedColumn.Of<float>([0f]));
        var b = new Directions<float>(JaggedColumn.Of<float>([1f + (float)radius]), JaggedColumn.Of<float>([0f]));
        Assert.Equal([[expected]], a.AnyWithin(radius, b, inclusive).ToArrays());
    }

    [Fact]
    public void AnyWithin_AcrossPi_WrapsAround()
    {
        var a = new Directions<float>(JaggedColumn.Of<float>([0f], [0f], [float.NaN]), JaggedColumn.Of<float>([3.1f], [3.1f], [0f]));
        var b = new Directions<float>(JaggedColumn.Of<float>([0f], [], [0f]), JaggedColumn.Of<float>([-3.1f], [], [0f]));
        Assert.Equal([[true], [false], [false]], a.AnyWithin(0.4, b).ToArrays());
        Assert.Throws<ArgumentOutOfRangeException>(() => a.AnyWithin(-1, b));
        Assert.Throws<ArgumentOutOfRangeException>(() => a.AnyWithin(double.NaN, b));
    }

    [Fact]
    public void Distances_RandomEvents_AreTheDefinition_AndTheirMinimumIsTheNearest()
    {
        var random = new Random(7);
        var (jets, leptons) = (Random(random, 100, 6), Random(random, 100, 4));
        var distances = jets.Distances(leptons);
        var actual = distances.ToArrays();
        for (var e = 0; e < 100; e++)
            for (var i = 0; i < jets.Eta[e].Length; i++)
                for (var j = 0; j < leptons.Eta[e].Length; j++) Assert.Equal(Math.Sqrt(R2(jets, leptons, e, i, j)), actual[e][i][j]);
        Assert.Equal(jets.Nearest(leptons).ToArrays(), distances.ArgMin().ToArrays());
        Assert.Equal(jets.NearestDistance(leptons).ToArrays(), distances.Min().ToArrays());
    }

    [Fact]
    public void Nearest_KeepsTheThreshold_AndIsNoneBeyond()
    {
        var a = new Directions<double>(JaggedColumn.Of<double>([0, 5], [0], [1]), JaggedColumn.Of<double>([0, 0], [0], [0]));
        var b = new Directions<double>(JaggedColumn.Of<double>([2, 0.5, -0.5], [], [1.25]), JaggedColumn.Of<double>([0, 0, 0], [], [0]));
        var nearest = a.Nearest(b, 0.5);
        Assert.Equal([[1, null], [null], [0]], nearest.ToArrays());
        Assert.Equal([[true, false], [false], [true]], nearest.HasValue.ToArrays());
        Assert.Equal([[0.5, null], [null], [1.25]], b.Eta[nearest].ToArrays());
        Assert.Equal([[0.5, null], [null], [0.25]], a.NearestDistance(b, 0.5).ToArrays());
        Assert.Equal([[1, 0], [null], [0]], a.Nearest(b).ToArrays());
        Assert.Equal([[1], [], [0]], nearest.DropNone().ToArrays());
    }

    [Fact]
    public void Directions_OtherShapes_AreRefused()
    {
        var a = new Directions<float>(JaggedColumn.Of<float>([1f]), JaggedColumn.Of<float>([1f]));
        Assert.Throws<ArgumentException>(() => new Directions<float>(a.Eta, JaggedColumn.Of<float>([])));
        Assert.Throws<ArgumentException>(() => a.AnyWithin(1, default));
    }

    private static double R2(Directions<float> a, Directions<float> b, int e, int i, int j)
    {
        double eta = (double)a.Eta[e][i] - b.Eta[e][j], phi = (double)a.Phi[e][i] - b.Phi[e][j];
        phi = Math.IEEERemainder(phi, 2 * Math.PI);
        return eta * eta + phi * phi;
    }

    private static Directions<float> Random(Random random, int events, int most)
    {
        var eta = new float[events][];
        var phi = new float[events][];
        for (var i = 0; i < events; i++)
        {
            var n = random.Next(most + 1);
            eta[i] = [.. Enumerable.Range(0, n).Select(_ => random.NextSingle() * 5 - 2.5f)];
            phi[i] = [.. Enumerable.Range(0, n).Select(_ => (random.NextSingle() * 2 - 1) * 3.14159f)];
        }
        return new(JaggedColumn.Of<float>(eta), JaggedColumn.Of<float>(phi));
    }
}
