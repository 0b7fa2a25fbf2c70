using Ristretto.Histograms.Axes;

namespace Ristretto.Plots.Series;

public sealed partial class BinAxis
{
    /// <summary>The bins of a histogram's axis, flow left out: categories and whole numbers keep their names.</summary>
    public static BinAxis Of(Axis axis) => axis switch
    {
        RegularAxis or VariableAxis or TransformedAxis => Variable(axis.Label, axis.Edges.ToArray()),
        IntegerAxis integers => Integers(axis.Label, integers.Start, integers.Bins),
        CircularAxis circular => Of(circular.Inner.WithLabel(axis.Label)),
        _ => Categories(axis.Label, [.. Enumerable.Range(axis.First, axis.Bins).Select(axis.BinLabel)]),
    };
}
