namespace Ristretto.Histograms.Axes;

/// <summary>Two bins, false and true, and no flow: zero is false, every other number true. NaN has no bin; it is counted and not filled.</summary>
public sealed class BooleanAxis : NumericAxis
{
    /// <summary>A boolean axis.</summary>
    public BooleanAxis(string name) : base(name, 2, hasUnderflow: false, hasOverflow: false) { }

    /// <inheritdoc/>
    public override int IndexOf(double value) => double.IsNaN(value) ? -1 : value == 0 ? 0 : 1;

    internal override bool Accumulate(ReadOnlySpan<double> values, int stride, Span<int> cells) => AccumulateOneByOne(values, stride, cells);

    private protected override bool MayHaveUnderflow => false;

    private protected override bool MayHaveOverflow => false;

    private protected override double[] MakeEdges() => UnitEdges();

    private protected override bool HasSameBins(Axis other) => true;

    private protected override string LabelOf(int bin) => bin == 0 ? "false" : "true";
}
