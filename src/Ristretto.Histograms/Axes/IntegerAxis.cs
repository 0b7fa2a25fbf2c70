namespace Ristretto.Histograms.Axes;

/// <summary>One bin per integer from <see cref="Start"/> up to, not including, <see cref="Stop"/>, with underflow and overflow, unless <see cref="Axis.WithFlow"/> says otherwise. Other numbers
/// are rounded down; NaN is overflow.</summary>
public sealed class IntegerAxis : NumericAxis
{
    /// <summary>An integer axis.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stop"/> is not above <paramref name="start"/>.</exception>
    public IntegerAxis(string name, int start, int stop) : base(name, checked(stop - start), hasUnderflow: true, hasOverflow: true) =>
        (Start, Stop) = (start, stop);

    /// <summary>The integer of the first bin.</summary>
    public int Start { get; }

    /// <summary>One more than the integer of the last bin; itself overflow.</summary>
    public int Stop { get; }

    /// <inheritdoc/>
    public override int IndexOf(double value)
    {
        if (value < Start) return IndexBelow;
        if (!(value < Stop)) return HasOverflow ? First + Bins : -1;
        return First + (int)Math.Floor(value) - Start;
    }

    internal override bool Accumulate(ReadOnlySpan<double> values, int stride, Span<int> cells) => AccumulateOneByOne(values, stride, cells);

    private protected override double[] MakeEdges()
    {
        var edges = new double[Bins + 1];
        for (var i = 0; i < edges.Length; i++) edges[i] = Start + i;
        return edges;
    }

    private protected override bool HasSameBins(Axis other) => other is IntegerAxis axis && axis.Start == Start && axis.Stop == Stop;

    private protected override string LabelOf(int bin) => (Start + bin).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
