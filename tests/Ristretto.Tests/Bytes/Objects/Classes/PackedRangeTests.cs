using Ristretto.Bytes.Objects.Classes;

namespace Ristretto.Tests.Bytes.Objects.Classes;

/// <summary>Ranges of Double32_t and Float16_t in the comments of members.</summary>
public class PackedRangeTests
{
    [Theory]
    [InlineData("[0,100,20]", 0, 100, 20)]
    [InlineData("d[-2.71,10,30]", -2.71, 10, 30)]
    [InlineData("[fN][0,1,8]", 0, 1, 8)]
    [InlineData("[-pi,pi,12]", -Math.PI, Math.PI, 12)]
    [InlineData("[0,twopi]", 0, 2 * Math.PI, 32)]
    [InlineData("[0,2*pi,10]", 0, 2 * Math.PI, 10)]
    [InlineData("[-pi/2,pi/2,16]", -Math.PI / 2, Math.PI / 2, 16)]
    public void Parse_Range_GivesLowEndAndFactor(string title, double low, double high, int bits)
    {
        var range = PackedRange.Parse(title);

        Assert.Equal(low, range.Low, 12);
        Assert.Equal((bits < 32 ? Math.Pow(2, bits) : uint.MaxValue) / (high - low), range.Factor, 6);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("[fN]", 0)]
    [InlineData("[0,0,10]", 10)]
    [InlineData("[0,0,16]", 0)]                                      // from 15 bits on ROOT takes the default
    [InlineData("[3", 0)]
    public void Parse_WithoutRange_GivesTheBits(string title, int bits) => Assert.Equal((0, bits), (PackedRange.Parse(title).Factor, PackedRange.Parse(title).Bits));
}
