using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Ristretto.Histograms.Axes;

/// <summary>Bins between given edges, with underflow and overflow, unless <see cref="Axis.WithFlow"/> says otherwise. A value on an edge belongs to the bin above; the last edge is overflow.</summary>
public sealed class VariableAxis : NumericAxis
{
    // Above this many edges, halving the range beats comparing with all of them.
    private const int MostCompared = 64;
    private readonly double[] _edges;

    /// <summary>An axis with these edges.</summary>
    /// <exception cref="ArgumentException">The edges are not finite and strictly ascending.</exception>
    public VariableAxis(string name, params ReadOnlySpan<double> edges) : base(name, edges.Length - 1, hasUnderflow: true, hasOverflow: true)
    {
        for (var i = 0; i < edges.Length; i++)
            if (!double.IsFinite(edges[i]) || (i > 0 && !(edges[i - 1] < edges[i])))
                throw new ArgumentException($"axis \"{name}\" needs finite, strictly ascending edges; edge {i} is {edges[i]}", nameof(edges));
        _edges = edges.ToArray();
    }

    /// <inheritdoc/>
    public override int IndexOf(double value)
    {
        // The number of edges that are not above the value; NaN is below none of them and so comes out as overflow.
        var (from, count) = (0, _edges.Length);
        while (count > 0)
        {
            var half = count / 2;
            if (value < _edges[from + half]) count = half;
            else (from, count) = (from + half + 1, count - half - 1);
        }
        if (HasUnderflow && HasOverflow) return from;
        return from == 0 ? IndexBelow : from == _edges.Length ? IndexAbove(value, _edges[^1]) : First + from - 1;
    }

    internal override bool Accumulate(ReadOnlySpan<double> values, int stride, Span<int> cells)
    {
        if (!Avx.IsSupported || !HasUnderflow || !HasOverflow || _edges.Length > MostCompared) return AccumulateOneByOne(values, stride, cells);
        var body = values.Length & ~3;
        var anyNaN = AccumulateFours(values[..body], stride, cells[..body]);
        return AccumulateOneByOne(values[body..], stride, cells[body..]) | anyNaN;
    }

    private bool AccumulateFours(ReadOnlySpan<double> values, int stride, Span<int> cells)
    {
        var (strides, all, nan) = (Vector128.Create(stride), Vector256.Create((double)_edges.Length), Vector256<double>.Zero);
        ref var x = ref MemoryMarshal.GetReference(values);
        ref var cell = ref MemoryMarshal.GetReference(cells);
        for (var i = 0; i < values.Length; i += 4)
        {
            var v = Vector256.LoadUnsafe(ref x, (nuint)i);
            var index = all;
            foreach (var edge in _edges) index -= Vector256.LessThan(v, Vector256.Create(edge)) & Vector256<double>.One;
            nan |= ~Vector256.Equals(v, v);
            var indices = Avx.ConvertToVector128Int32WithTruncation(index);
            (Vector128.LoadUnsafe(ref cell, (nuint)i) + indices * strides).StoreUnsafe(ref cell, (nuint)i);
        }
        return !Vector256.EqualsAll(nan.AsInt64(), Vector256<long>.Zero);
    }

    private protected override double[] MakeEdges() => _edges;

    private protected override bool HasSameBins(Axis other) => Edges.SequenceEqual(other.Edges);
}
