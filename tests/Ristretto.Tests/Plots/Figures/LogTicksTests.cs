using Ristretto.Plots.Figures;

namespace Ristretto.Tests.Plots.Figures;

public sealed class LogTicksTests
{
    [Fact]
    public void For_FewDecades_LabelsEachAndTicksTheMultiples()
    {
        var ticks = LogTicks.For(0.05, 2000, 9);

        Assert.Equal(["10^{-1}", "1", "10", "10^{2}", "10^{3}"], ticks.Labels);
        Assert.Contains(ticks.Minor, value => Math.Abs(value - 0.05) < 1e-12);
        Assert.DoesNotContain(ticks.Minor, value => value > 2000 * (1 + 1e-9));
    }

    [Fact]
    public void For_ManyDecades_LabelsSomeAndKeepsSmallTicksAtPowers()
    {
        var ticks = LogTicks.For(1e-10, 1e10, 9);

        Assert.InRange(ticks.Labels.Count, 4, 9);
        Assert.All(ticks.Minor, value => Assert.Equal(Math.Round(Math.Log10(value)), Math.Log10(value), 1e-9));
    }

    [Fact]
    public void For_ZeroStart_IsRefused() => Assert.Throws<ArgumentException>(() => LogTicks.For(0, 1, 5));
}
