namespace Ristretto.Plots.Figures;

/// <summary>Where an axis has ticks.</summary>
/// <param name="Major">Values with a number.</param>
/// <param name="Labels">The numbers, one for each of <paramref name="Major"/>.</param>
/// <param name="Minor">Values without a number.</param>
/// <param name="Exponent">The labels count in units of ten to this power.</param>
public sealed record Ticks(IReadOnlyList<double> Major, IReadOnlyList<string> Labels, IReadOnlyList<double> Minor, int Exponent)
{
    /// <summary>The ticks of an axis.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="atMost">The largest number of labelled steps wanted.</param>
    public static Ticks Of(AxisModel axis, int atMost)
    {
        if (axis.BinLabels is { } names)
        {
            var stride = axis.BinLabels.All(name => int.TryParse(name, out _)) ? Math.Max(1, (names.Count + 13) / 14) : 1;
            var shown = Enumerable.Range(0, names.Count).Where(bin => bin % stride == 0).ToArray();
            return new([.. shown.Select(bin => axis.Minimum + bin + 0.5)], [.. shown.Select(bin => names[bin])], [], 0);
        }

        return axis.IsLogarithmic ? LogTicks.For(axis.Minimum, axis.Maximum, atMost) : LinearTicks.For(axis.Minimum, axis.Maximum, atMost);
    }
}
