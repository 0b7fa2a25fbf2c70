using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Ristretto.Histograms.Axes;

/// <summary>Bins of equal width between <see cref="Low"/> and <see cref="High"/>, with underflow and overflow, unless <see cref="Axis.WithFlow"/> says otherwise.</summary>
/// <remarks>The bin is <c>floor(n * (x - low) / (high - low))</c>, in this order of operations in double precision, as in ROOT: values that
/// lie on an edge, as rounded floats often do, belong to the bin above it. <c>x == high</c> and NaN are overflow.</remarks>
public sealed class RegularAxis : NumericAxis
{
    /// <summary>A regular axis.</summary>
    /// <exception cref="ArgumentException">The range is empty, reversed or not finite.</exception>
    public RegularAxis(string name, int bins, double low, double high) : base(name, bins, hasUnderflow: true, hasOverflow: true)
    {
        if (!(low < high) || !double.IsFinite(bins * (Math.Abs(low) + Math.Abs(high))))
            throw new ArgumentException($"axis \"{name}\" needs a finite range with low < high, not {low} to {high}", nameof(low));
        (Low, High) = (low, high);
    }

    /// <summary>Lower end of the first bin.</summary>
    public double Low { get; }

    /// <summary>Upper end of the last bin; itself overflow.</summary>
    public double High { get; }

    /// <inheritdoc/>
    public override int IndexOf(double value)
    {
        if (value < Low) return IndexBelow;
        if (!(value < High)) return IndexAbove(value, High);
        return First + (int)(Bins * (value - Low) / (High - Low));
    }

    internal override bool Accumulate(ReadOnlySpan<double> values, int stride, Span<int> cells)
    {
        if (!Avx.IsSupported || !HasUnderflow || !HasOverflow) return AccumulateOneByOne(values, stride, cells);
        var body = values.Length & ~3;
        var anyNaN = AccumulateFours(values[..body], stride, cells[..body]);
        return AccumulateOneByOne(values[body..], stride, cells[body..]) | anyNaN;
    }

    // Values outside are replaced before the conversion to integers, which is defined for the range of int only.
    private bool AccumulateFours(ReadOnlySpan<double> values, int stride, Span<int> cells)
    {
        var (low, high, range, bins) = (Vector256.Create(Low), Vector256.Create(High), Vector256.Create(High - Low), Vector256.Create((double)Bins));
        var (strides, below, nan) = (Vector128.Create(stride), Vector256.Create(-1.0), Vector256<double>.Zero);
        ref var x = ref MemoryMarshal.GetReference(values);
        ref var cell = ref MemoryMarshal.GetReference(cells);
        for (var i = 0; i < values.Length; i += 4)
        {
            var v = Vector256.LoadUnsafe(ref x, (nuint)i);
            var bin = bins * (v - low) / range;
            bin = Vector256.ConditionalSelect(Vector256.LessThan(v, high), bin, bins);
            bin = Vector256.ConditionalSelect(Vector256.LessThan(v, low), below, bin);
            nan |= ~Vector256.Equals(v, v);
            var index = Avx.ConvertToVector128Int32WithTruncation(bin) + Vector128<int>.One;
            (Vector128.LoadUnsafe(ref cell, (nuint)i) + index * strides).StoreUnsafe(ref cell, (nuint)i);
        }
        return !Vector256.EqualsAll(nan.AsInt64(), Vector256<long>.Zero);
    }

    private protected override double[] MakeEdges()
    {
        var edges = new double[Bins + 1];
        for (var i = 1; i < Bins; i++) edges[i] = ((Bins - i) * Low + i * High) / Bins;
        (edges[0], edges[Bins]) = (Low, High);
        return edges;
    }

    private protected override bool HasSameBins(Axis other) => other is RegularAxis axis && axis.Low == Low && axis.High == High;
}
