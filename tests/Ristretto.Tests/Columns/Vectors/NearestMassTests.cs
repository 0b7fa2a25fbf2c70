using Ristretto.Columns.Arrays;
using Ristretto.Columns.Vectors;

namespace Ristretto.Tests.Columns.Vectors;

/// <summary>The triple nearest to a mass is the one that its definition finds.</summary>
public class NearestMassTests
{
    [Fact]
    public void TripleNearestMass_ListsOfEveryLength_EqualsTheDefinition()
    {
        var random = new Random(5);
        float[][] Lists(Func<float> next) => [.. Enumerable.Range(0, 60).Select(i => Enumerable.Range(0, i % 23).Select(_ => next()).ToArray())];
        var vectors = JaggedLorentzVectors.FromPtEtaPhiM(
            JaggedColumn.Of(Lists(() => 20 + (100 * random.NextSingle()))), JaggedColumn.Of(Lists(() => (4 * random.NextSingle()) - 2)),
            JaggedColumn.Of(Lists(() => (6 * random.NextSingle()) - 3)), JaggedColumn.Of(Lists(() => 10 * random.NextSingle())));

        RequireDefinition(vectors, 172.5);
        RequireDefinition(vectors, 0);
    }

    [Fact]
    public void TripleNearestMass_EqualTriples_TakesTheFirst()
    {
        float[][] same = [[.. Enumerable.Repeat(50f, 9)], [.. Enumerable.Repeat(50f, 9)]];
        var vectors = JaggedLorentzVectors.FromPtEtaPhiM(JaggedColumn.Of(same), JaggedColumn.Of(same) * 0, JaggedColumn.Of(same) * 0, JaggedColumn.Of(same));

        var best = vectors.TripleNearestMass(100);

        Assert.Equal((2, 0, 1, 2), (best.First.Values.Length, best.First.Values[1], best.Second.Values[1], best.Third.Values[1]));
    }

    [Fact]
    public void TripleNearestMass_ValuesThatAreNoNumbers_NeverWin()
    {
        const float nan = float.NaN;
        var pt = JaggedColumn.Of<float>([nan, 40, 30, 25, 20], [nan, 20, 20], [float.PositiveInfinity, 1, 2, 3], [1, 2]);
        var zero = pt.Lists.LocalIndices().AsColumn().To<float>() * 0.3f;
        var vectors = JaggedLorentzVectors.FromPtEtaPhiM(pt, zero, zero, zero);

        Assert.Equal([1, 0, 1, 0], vectors.TripleNearestMass(91).Count.ToArray());
        RequireDefinition(vectors, 91);
    }

    private static void RequireDefinition(JaggedLorentzVectors vectors, double mass)
    {
        var expected = vectors.BestTriple((a, b, c) => Math.Abs((a + b + c).Mass - mass));
        var actual = vectors.TripleNearestMass(mass);
        Assert.Equal(expected.Count.ToArray(), actual.Count.ToArray());
        Assert.Equal(expected.First.ToArrays(), actual.First.ToArrays());
        Assert.Equal(expected.Second.ToArrays(), actual.Second.ToArrays());
        Assert.Equal(expected.Third.ToArrays(), actual.Third.ToArrays());
    }
}
