using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Ristretto.Histograms.Axes;

/// <summary>One bin per listed integer, in the order given; every other number, and NaN, is overflow, or left out after <see cref="Axis.WithFlow"/>. There is no underflow.</summary>
public sealed class IntCategoryAxis : NumericAxis
{
    private readonly int[] _categories;

    /// <summary>An axis with these categories.</summary>
    /// <exception cref="ArgumentException">A category is given twice.</exception>
    public IntCategoryAxis(string name, params ReadOnlySpan<int> categories) : base(name, categories.Length, hasUnderflow: false, hasOverflow: true)
    {
        _categories = categories.ToArray();
        for (var i = 1; i < _categories.Length; i++)
            if (Array.IndexOf(_categories, _categories[i]) < i)
                throw new ArgumentException($"axis \"{name}\" has the category {_categories[i]} twice", nameof(categories));
    }

    /// <summary>The integers, one per bin.</summary>
    public IReadOnlyList<int> Categories => _categories;

    /// <inheritdoc/>
    public override int IndexOf(double value)
    {
        for (var i = 0; i < _categories.Length; i++)
            if (value == _categories[i]) return i;
        return HasOverflow ? _categories.Length : -1;
    }

    internal override bool Accumulate(ReadOnlySpan<double> values, int stride, Span<int> cells)
    {
        if (!Avx.IsSupported || !HasOverflow || _categories.Length > 8) return AccumulateOneByOne(values, stride, cells);
        var body = values.Length & ~3;
        var anyNaN = AccumulateFours(values[..body], stride, cells[..body]);
        return AccumulateOneByOne(values[body..], stride, cells[body..]) | anyNaN;
    }

    // Compared with every category, so that nothing branches on the values.
    private bool AccumulateFours(ReadOnlySpan<double> values, int stride, Span<int> cells)
    {
        var (strides, nan) = (Vector128.Create(stride), Vector256<double>.Zero);
        ref var x = ref MemoryMarshal.GetReference(values);
        ref var cell = ref MemoryMarshal.GetReference(cells);
        for (var i = 0; i < values.Length; i += 4)
        {
            var v = Vector256.LoadUnsafe(ref x, (nuint)i);
            var bin = Vector256.Create((double)_categories.Length);
            for (var c = 0; c < _categories.Length; c++)
                bin = Vector256.ConditionalSelect(Vector256.Equals(v, Vector256.Create((double)_categories[c])), Vector256.Create((double)c), bin);
            nan |= ~Vector256.Equals(v, v);
            (Vector128.LoadUnsafe(ref cell, (nuint)i) + Avx.ConvertToVector128Int32(bin) * strides).StoreUnsafe(ref cell, (nuint)i);
        }
        return !Vector256.EqualsAll(nan.AsInt64(), Vector256<long>.Zero);
    }

    private protected override bool MayHaveUnderflow => false;

    private protected override double[] MakeEdges() => UnitEdges();

    private protected override bool HasSameBins(Axis other) => other is IntCategoryAxis axis && _categories.AsSpan().SequenceEqual(axis._categories);

    private protected override string LabelOf(int bin) => _categories[bin].ToString(CultureInfo.InvariantCulture);
}
