using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ristretto.Columns.Arrays;

namespace Ristretto.Events.Systematics;

/// <summary>Measures how much variations change columns, for one thread.</summary>
internal sealed class ShiftMeter
{
    private readonly Dictionary<(Variation Variation, string Branch), Sums> _sums = [];

    /// <summary>What was measured by several threads.</summary>
    internal static IReadOnlyList<ShiftEffect> Join(IEnumerable<ShiftMeter> meters) =>
    [
        .. meters.SelectMany(meter => meter._sums).GroupBy(entry => entry.Key, entry => entry.Value)
            .Select(group => new ShiftEffect(group.Key.Variation, group.Key.Branch, group.Sum(sums => sums.Values), group.Sum(sums => sums.Changed),
                group.Sum(sums => sums.Size) is > 0 and var size ? group.Sum(sums => sums.Shift) / size : 0))
            .OrderBy(effect => effect.Variation).ThenBy(effect => effect.Branch, StringComparer.Ordinal),
    ];

    /// <summary>Measures one column of some events.</summary>
    internal void Add(Variation variation, string branch, ColumnBuffer<byte> nominal, ColumnBuffer<byte> shifted)
    {
        ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, (variation, branch), out _);
        ReadOnlySpan<float> x = Unsafe.BitCast<ColumnBuffer<byte>, ColumnBuffer<float>>(nominal).Span;
        ReadOnlySpan<float> y = Unsafe.BitCast<ColumnBuffer<byte>, ColumnBuffer<float>>(shifted).Span;
        var (shift, size, changed, i) = (Vector<float>.Zero, Vector<float>.Zero, Vector<int>.Zero, 0);
        for (; i <= x.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var (a, b) = (new Vector<float>(x[i..]), new Vector<float>(y[i..]));
            changed -= ~Vector.Equals(a, b);
            shift += Vector.Abs(b - a);
            size += Vector.Abs(a);
        }
        sums.Values += x.Length;
        sums.Changed += Vector.Sum(changed);
        sums.Shift += Vector.Sum(shift);
        sums.Size += Vector.Sum(size);
        for (; i < x.Length; i++)
        {
            sums.Changed += x[i].Equals(y[i]) ? 0 : 1;
            sums.Shift += Math.Abs(y[i] - x[i]);
            sums.Size += Math.Abs(x[i]);
        }
    }

    private struct Sums
    {
        internal long Values, Changed;
        internal double Shift, Size;
    }
}
