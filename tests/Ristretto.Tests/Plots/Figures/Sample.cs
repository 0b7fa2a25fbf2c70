using Ristretto.Plots.Figures;
using Ristretto.Plots.Series;

namespace Ristretto.Tests.Plots.Figures;

/// <summary>Small figures that tests draw.</summary>
internal static class Sample
{
    internal static BinnedSeries Series(params double[] values) => new(BinAxis.Regular("m_{4j} [GeV]", values.Length, 0, 100 * values.Length), values, values);

    internal static StackFigure Stack() => Figure.Stack("m4j")
        .Background(Series(40, 30, 0, 8), "Multijet")
        .Background(Series(4, 9, 0, 2), "t#bar{t} & \"more\" <\u03B7>")
        .Signal(Series(0.1, 0.5, 0.4, 0.1), "HH\u21924b", 10)
        .Data(Series(47, 36, 0, 0))
        .Ratio()
        .Luminosity(59.8, "pb", 13);

    internal static MapFigure Map() => Figure.Map("plane").Content(new(BinAxis.Regular("x", 3, 0, 3), BinAxis.Regular("y", 2, 0, 2), [0, 1, 2, 3, 4, 5], 7));

    internal static ShapeFigure Shapes() => Figure.Shapes("shapes").Add(Series(1, 2, 3), "a").Add(Series(3, 2, 1), "b").Normalized();

    internal static IEnumerable<Figure> All() =>
        [Stack(), Stack().Log(), Map(), Map().Log(), Shapes(), Figure.Shapes("one").Add(Series(1, 0, 2)), Figure.Shapes("none").Add(Series(0, 0)), Figure.Shapes("empty log").Add(Series(0, 0)).Log()];
}
