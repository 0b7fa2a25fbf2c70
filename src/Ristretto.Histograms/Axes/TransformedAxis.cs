namespace Ristretto.Histograms.Axes;

/// <summary>Bins of equal width in a function of the variable, with underflow and overflow, unless <see cref="Axis.WithFlow"/> says otherwise.</summary>
/// <remarks><para>Edge i of n is <c>f⁻¹(f(low) + i (f(high) − f(low)) / n)</c>. The edges alone decide: a value has the bin that it would have on a <see cref="VariableAxis"/>
/// of these edges, where f is not defined too. So what is below <see cref="Low"/> is underflow, and NaN is overflow.</para>
/// <para>The function only finds the bin at once; rounding at the edges is put right.</para></remarks>
public sealed class TransformedAxis : NumericAxis
{
    private readonly double[] _edges;
    private readonly double _start, _perBin;

    /// <summary>A transformed axis.</summary>
    /// <exception cref="ArgumentException">The function does not give finite, ascending edges in the range.</exception>
    public TransformedAxis(string name, int bins, double low, double high, AxisTransform transform) : base(name, bins, hasUnderflow: true, hasOverflow: true)
    {
        ArgumentNullException.ThrowIfNull(transform);
        (Low, High, Transform) = (low, high, transform);
        _start = transform.Forward(low);
        var range = transform.Forward(high) - _start;
        _perBin = bins / range;
        _edges = new double[bins + 1];
        for (var i = 1; i < bins; i++) _edges[i] = transform.Inverse(_start + range * i / bins);
        (_edges[0], _edges[bins]) = (low, high);
        for (var i = 0; i <= bins; i++)
            if (!double.IsFinite(_edges[i]) || !double.IsFinite(range) || (i > 0 && !(_edges[i - 1] < _edges[i])))
                throw new ArgumentException($"axis \"{name}\": {transform} of {low} to {high} makes no ascending edges; take a range in which the function is defined and low < high", nameof(low));
    }

    /// <summary>Lower end of the first bin.</summary>
    public double Low { get; }

    /// <summary>Upper end of the last bin; itself overflow.</summary>
    public double High { get; }

    /// <summary>The function.</summary>
    public AxisTransform Transform { get; }

    /// <inheritdoc/>
    public override int IndexOf(double value)
    {
        if (value < Low) return IndexBelow;
        if (!(value < High)) return IndexAbove(value, High);
        var bin = Math.Clamp((int)((Transform.Forward(value) - _start) * _perBin), 0, Bins - 1);
        while (value < _edges[bin]) bin--;
        while (value >= _edges[bin + 1]) bin++;
        return First + bin;
    }

    internal override bool Accumulate(ReadOnlySpan<double> values, int stride, Span<int> cells) => AccumulateOneByOne(values, stride, cells);

    private protected override double[] MakeEdges() => _edges;

    private protected override bool HasSameBins(Axis other) =>
        other is TransformedAxis axis && axis.Transform.Name == Transform.Name && axis.Low == Low && axis.High == High;
}
