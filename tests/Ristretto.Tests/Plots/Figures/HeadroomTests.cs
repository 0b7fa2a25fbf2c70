using Ristretto.Plots.Figures;

namespace Ristretto.Tests.Plots.Figures;

public sealed class HeadroomTests
{
    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 0.01)]
    public void Fit_AnyContents_StayClearOfTheLegend(bool logarithmic, double minimum)
    {
        var random = new Random(11);
        for (var i = 0; i < 500; i++)
        {
            var pieces = Enumerable.Range(0, 20).Select(bin => new Headroom.Piece(bin / 20.0, (bin + 1) / 20.0, Math.Exp(10 * random.NextDouble() - 3))).ToArray();
            var (width, height) = (0.2 + 0.5 * random.NextDouble(), 0.1 + 0.5 * random.NextDouble());
            var (maximum, left) = Headroom.Fit(pieces, minimum, logarithmic, width, height);
            var axis = new AxisModel("", minimum, maximum, logarithmic);
            foreach (var piece in pieces)
            {
                var under = left ? piece.From < width : piece.To > 1 - width;
                Assert.True(axis.Place(piece.Top) <= (under ? 1 - height : 1) + 1e-9);
            }
        }
    }

    [Fact]
    public void Fit_ContentsAtTheRight_PutsTheLegendLeft() => Assert.True(Headroom.Fit([new(0, 0.5, 1), new(0.5, 1, 10)], 0, false, 0.4, 0.4).Left);

    [Fact]
    public void Fit_NothingDrawn_StillHasARange() => Assert.Equal(1, Headroom.Fit([], 0, false, 0.3, 0.3).Maximum);
}
