using Ristretto.Plots.Figures;

namespace Ristretto.Tests.Plots.Figures;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData(48.04, "48.0")]
    [InlineData(1234.4, "1234")]
    [InlineData(12345.6, "12\u2009346")]
    [InlineData(1234567, "1\u2009234\u2009567")]
    [InlineData(0.1234, "0.123")]
    [InlineData(0.0012, "1.2e\u22123")]
    [InlineData(0, "0")]
    [InlineData(-3.456, "\u22123.46")]
    public void Yield_OfWeights_HasThreeDigits(double value, string text) => Assert.Equal(text, NumberText.Yield(value));

    [Fact]
    public void Yield_OfCounts_IsWhole() => Assert.Equal("14", NumberText.Yield(14, whole: true));
}
