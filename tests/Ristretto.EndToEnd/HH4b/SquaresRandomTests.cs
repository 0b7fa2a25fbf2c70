using Ristretto.Analyses.HH4b;

namespace Ristretto.EndToEnd.HH4b;

public class SquaresRandomTests
{
    // Values that an independent implementation of the generator gives.
    [Theory]
    [InlineData(0x4897d25ae63fd5c1, 1, .2864661747332998)]
    [InlineData(0x4897d25ae63fd5c1, 2, .6611905445874433)]
    [InlineData(0x4897d25ae63fd5c1, 434011, .2915573539566402)]
    [InlineData(0x4897d25ae63fd5c1, 123456789, .6184885582866988)]
    [InlineData(0xec81f2b3ebacfd23, 1, .4463627713146737)]
    [InlineData(0xec81f2b3ebacfd23, 434011, .7134211279718995)]
    [InlineData(0x57cd42f6a4ebf397, 1, .48831788242184204)]
    [InlineData(0x57cd42f6a4ebf397, 123456789, .6350491870658854)]
    public void Uniform_KeyAndCounter_GivesTheKnownNumber(ulong key, ulong counter, double expected) =>
        Assert.Equal(expected, SquaresRandom.Uniform(key, counter, 0.1, 0.9), 1e-15);

    [Fact]
    public void Next_KeyOfPairingAAndCounter1_GivesTheKnownBits() => Assert.Equal(0x3bab4f1cdcb7de26UL, SquaresRandom.Next(0x4897d25ae63fd5c1, 1));
}
