namespace Ristretto.Histograms.Axes;

/// <summary>An axis that ends where it begins, for angles: values outside wrap around, and there is no flow.</summary>
/// <remarks>A value in <c>[low, high)</c> has the bin of the axis inside, bit for bit; another first loses a whole number of periods <c>high − low</c>. NaN and infinities have no bin;
/// <c>WithFlow(false, true)</c> gives them one, as boost-histogram does.</remarks>
public sealed class CircularAxis : NumericAxis
{
    private readonly double _low, _high;

    /// <summary>A circular axis with the bins, the name and the label of another.</summary>
    /// <exception cref="ArgumentException">The other axis has no edges.</exception>
    public CircularAxis(NumericAxis bins) : base((bins ?? throw new ArgumentNullException(nameof(bins))).Name, bins.Bins, hasUnderflow: false, hasOverflow: false)
    {
        if (bins is not (RegularAxis or VariableAxis or IntegerAxis))
            throw new ArgumentException($"axis \"{bins.Name}\": a {bins.GetType().Name} cannot be circular; a RegularAxis, VariableAxis or IntegerAxis can", nameof(bins));
        Inner = (NumericAxis)bins.WithoutFlow();
        (_low, _high) = (bins.Edges[0], bins.Edges[^1]);
        CopyLabel(bins);
    }

    /// <summary>The bins of one period, without flow.</summary>
    public NumericAxis Inner { get; }

    /// <inheritdoc/>
    public override int IndexOf(double value)
    {
        if (!double.IsFinite(value)) return HasOverflow ? Bins : -1;
        if (value < _low || value >= _high)
        {
            value -= Math.Floor((value - _low) / (_high - _low)) * (_high - _low);
            // Rounding may leave it just outside, at either end of the same place.
            if (value < _low || value >= _high) value = _low;
        }
        return Inner.IndexOf(value);
    }

    internal override bool Accumulate(ReadOnlySpan<double> values, int stride, Span<int> cells) => AccumulateOneByOne(values, stride, cells);

    private protected override bool MayHaveUnderflow => false;

    private protected override double[] MakeEdges() => Inner.Edges.ToArray();

    private protected override bool HasSameBins(Axis other) => other is CircularAxis axis && axis.Inner.WithName(Name).Matches(Inner.WithName(Name));

    private protected override string LabelOf(int bin) => Inner.BinLabel(bin);
}
