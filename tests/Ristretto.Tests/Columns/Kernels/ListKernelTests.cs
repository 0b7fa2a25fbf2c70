using Ristretto.Columns.Arrays;
using Ristretto.Columns.Kernels;

namespace Ristretto.Tests.Columns.Kernels;

/// <summary>Kernels that work on several elements or lists at once against the plain loops.</summary>
public class ListKernelTests
{
    [Fact]
    public void Find_AnyMask_GivesThePositionsOfTheOnes()
    {
        var random = new Random(1);
        for (var length = 0; length < 70; length++)
        {
            var mask = Bits(random, length);
            var positions = new int[length];
            var count = MaskPositions.Find(mask, positions);
            Assert.Equal(Enumerable.Range(0, length).Where(i => mask[i] != 0), positions[..count]);
            Assert.Equal(count, MaskPositions.Count(mask));
        }
    }

    [Fact]
    public void Find_MaskOfLists_DividesThePositionsAsTheLists()
    {
        var random = new Random(2);
        for (var round = 0; round < 50; round++)
        {
            var offsets = Offsets(random, 30, 20);
            var mask = Bits(random, offsets[^1]);
            int[] positions = new int[mask.Length], kept = new int[offsets.Length];
            var count = MaskPositions.Find(mask, offsets, positions, kept);
            Assert.Equal(Enumerable.Range(0, mask.Length).Where(i => mask[i] != 0), positions[..count]);
            for (var list = 0; list < offsets.Length - 1; list++)
                Assert.Equal(mask[offsets[list]..offsets[list + 1]].Count(b => b != 0), kept[list + 1] - kept[list]);
        }
    }

    [Fact]
    public void Apply_PositionsOfAnyType_PicksThem()
    {
        Picks<byte>(i => (byte)i);
        Picks<short>(i => (short)i);
        Picks<float>(i => i + 0.5f);
        Picks<double>(i => i + 0.25);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(40)]
    public void Apply_PositionOutside_IsRefused(int wrong)
    {
        for (var at = 0; at < 20; at++)
        {
            var positions = Enumerable.Range(0, 20).Select(i => i == at ? wrong : i).ToArray();
            Assert.Throws<ArgumentOutOfRangeException>(() => Gather.Apply<double>(new double[40], positions, new double[20]));
        }
    }

    [Fact]
    public void Lists_ChosenEvents_AreCopiedInOrder()
    {
        var random = new Random(3);
        for (var round = 0; round < 50; round++)
        {
            var offsets = Offsets(random, 25, 12);
            var lists = JaggedColumn.Of<int>(Enumerable.Range(0, offsets[^1]).ToArray(), Lists.FromCounts([.. offsets.Zip(offsets.Skip(1), (a, b) => b - a)]));
            var events = Enumerable.Range(0, 25).Where(_ => random.Next(3) == 0).ToArray();
            var picked = lists[EventIndex.Of(events)];
            Assert.Equal(events.Select(e => Enumerable.Range(offsets[e], offsets[e + 1] - offsets[e])), picked.ToArrays());
        }
    }

    [Fact]
    public void Choose_AnyLength_TakesYesOrNo()
    {
        Chooses<float>(i => i);
        Chooses<double>(i => i);
        Chooses<int>(i => i);
        Chooses<byte>(i => (byte)i);
    }

    [Fact]
    public void ArgSort_ShortLists_IsTheOrderOfTheDefinition()
    {
        Sorts<float>([1, 2, 2, -1, 0.5f, -0.0f, 0, float.PositiveInfinity, float.NaN]);
        Sorts<double>([1, 2, 2, -1, 0.5, -0.0, 0, double.NegativeInfinity, double.NaN]);
    }

    [Fact]
    public void DeltaPhi_AnyAngles_HasTheBitsOfTheDefinition()
    {
        var random = new Random(4);
        double[] special = [0, Math.PI, -Math.PI, 3 * Math.PI, -3 * Math.PI, 20, -20, double.NaN, 1e-17];
        for (var length = 0; length < 40; length++)
        {
            var a = Enumerable.Range(0, length).Select(_ => random.Next(4) == 0 ? special[random.Next(special.Length)] : 7 * random.NextDouble() - 3.5).ToArray();
            var b = Enumerable.Range(0, length).Select(_ => 7 * random.NextDouble() - 3.5).ToArray();
            double[] phi = new double[length], r = new double[length];
            Angles.DeltaPhi<double>(a, b, phi);
            Angles.DeltaR<double>(b, a, a, b, r);
            for (var i = 0; i < length; i++)
            {
                Assert.Equal(Angles.DeltaPhi(a[i], b[i]), phi[i]);
                Assert.Equal(Math.Sqrt(Angles.DeltaR2(b[i], a[i], a[i], b[i])), r[i]);
            }
        }
    }

    private static void Sorts<T>(T[] values) where T : unmanaged, System.Numerics.INumber<T>
    {
        var random = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var list = Enumerable.Range(0, round % 21).Select(_ => values[random.Next(round % 5 == 0 ? values.Length : values.Length - 1)]).ToArray();
            foreach (var descending in new[] { false, true })
            {
                var expected = Enumerable.Range(0, list.Length).OrderBy(i => T.IsNaN(list[i])).ThenBy(i => T.IsNaN(list[i]) ? T.Zero : descending ? -list[i] : list[i]);
                Assert.Equal(expected, JaggedColumn.Of([values, list]).ArgSort(descending).ToArrays()[1]);
            }
        }
    }

    private static void Chooses<T>(Func<int, T> value) where T : unmanaged, System.Numerics.INumber<T>
    {
        var random = new Random(6);
        for (var length = 0; length < 45; length++)
        {
            var mask = Bits(random, length);
            T[] yes = [.. Enumerable.Range(0, length).Select(value)], no = [.. Enumerable.Range(100, length).Select(value)], to = new T[length];
            Choose.Apply(mask, yes, no, to);
            Assert.Equal(Enumerable.Range(0, length).Select(i => mask[i] != 0 ? yes[i] : no[i]), to);
            Choose.Apply<T>(mask, yes, value(9), to);
            Assert.Equal(Enumerable.Range(0, length).Select(i => mask[i] != 0 ? yes[i] : value(9)), to);
            Choose.Apply(mask, value(7), value(9), to);
            Assert.Equal(mask.Select(b => b != 0 ? value(7) : value(9)), to);
        }
    }

    private static void Picks<T>(Func<int, T> value) where T : unmanaged
    {
        var random = new Random(7);
        T[] values = [.. Enumerable.Range(0, 50).Select(value)];
        for (var length = 0; length < 40; length++)
        {
            var positions = Enumerable.Range(0, length).Select(_ => random.Next(50)).ToArray();
            var result = new T[length];
            Gather.Apply<T>(values, positions, result);
            Assert.Equal(positions.Select(value), result);
        }
    }

    private static byte[] Bits(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => (byte)(random.Next(3) == 0 ? 1 : 0))];

    private static int[] Offsets(Random random, int lists, int longest)
    {
        var offsets = new int[lists + 1];
        for (var i = 0; i < lists; i++) offsets[i + 1] = offsets[i] + random.Next(longest);
        return offsets;
    }
}
