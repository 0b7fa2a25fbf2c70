using Ristretto.Cli.Rendering;

namespace Ristretto.EndToEnd.Cli;

public sealed class QuantityTests
{
    [Theory]
    [InlineData(15642, 125.068, "15 642", "125")]
    [InlineData(48.5963, 3.0241, "48.6", "3.0")]
    [InlineData(4.391, 0.9283, "4.39", "0.93")]
    [InlineData(919.049, 13.2, "919", "13")]
    [InlineData(12.3456, 0.0997, "12.35", "0.10")]
    [InlineData(12.3456, 0.994, "12.35", "0.99")]
    [InlineData(12.3456, 0.996, "12.3", "1.0")]
    [InlineData(12.3456, 9.96, "12", "10")]
    [InlineData(-3.2, 1.1, "-3.2", "1.1")]
    [InlineData(0.00123, 0.00045, "0.00123", "0.00045")]
    [InlineData(1.234e-7, 4.5e-8, "1.23e-7", "0.45e-7")]
    [InlineData(1e-9, 2.5e-8, "0.1e-8", "2.5e-8")]
    [InlineData(1234567.8, 2345.6, "1 234 568", "2 346")]
    [InlineData(0, 0, "0", "0")]
    [InlineData(0, 1.5, "0.0", "1.5")]
    public void WithError_TwoDigitsOfTheError_DecideTheDecimals(double value, double error, string expected, string expectedError) =>
        Assert.Equal((expected, expectedError), Quantity.WithError(value, error));
}
