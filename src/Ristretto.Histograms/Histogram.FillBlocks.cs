using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Ristretto.Columns.Accumulation;
using Ristretto.Histograms.Filling;

namespace Ristretto.Histograms;

public sealed partial class Histogram
{
    // Entries of one round: the buffers stay in the first-level cache, the calls per axis do not count any more.
    private const int Round = 256;

    /// <summary>Adds the entries, and says so where somebody wants to know; the loop itself is by itself, since it is slower with anything beside it.</summary>
    private void FillBlocks<T>(
        int variables, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<double> weights, ReadOnlySpan<int> rows, int row) where T : unmanaged, INumber<T>
    {
        if (LaneMeter.Current is not { } meter)
        {
            FillRounds(variables, x, y, weights, rows, row);
            return;
        }
        var start = meter.StartFilling();
        FillRounds(variables, x, y, weights, rows, row);
        meter.EndFilling(Name, start);
    }

    /// <summary>Round by round: cells of the rows, plus the index on each axis, then one entry after the other into the storage.</summary>
    [SkipLocalsInit]
    private void FillRounds<T>(
        int variables, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<double> weights, ReadOnlySpan<int> rows, int row) where T : unmanaged, INumber<T>
    {
        RequireVariables(variables);
        if (RequireRow(row) < 0) return;
        Span<int> cells = stackalloc int[Round];
        Span<double> xBuffer = stackalloc double[Round];
        Span<double> yBuffer = stackalloc double[Round];
        var storage = _storage.Value;
        var length = variables == 0 ? rows.Length : x.Length;
        for (var from = 0; from < length; from += Round)
        {
            var count = Math.Min(Round, length - from);
            var round = cells[..count];
            if (rows.IsEmpty) round.Fill(row * _rowLength);
            else StartRows(rows.Slice(from, count), round);

            var anyNaN = false;
            var xs = variables > 0 ? Widening.ToDoubles(x.Slice(from, count), xBuffer) : default;
            var ys = variables > 1 ? Widening.ToDoubles(y.Slice(from, count), yBuffer) : default;
            if (variables > 0) anyNaN |= _variables[0].Accumulate(xs, _strides[_categories.Length], round);
            if (variables > 1) anyNaN |= _variables[1].Accumulate(ys, _strides[_categories.Length + 1], round);
            if (anyNaN) storage.AddNaN(CountNaN(xs, ys, rows.IsEmpty ? default : rows.Slice(from, count)));

            if (weights.IsEmpty) storage.Add(round);
            else storage.Add(round, weights.Slice(from, count));
        }
    }

    private void StartRows(ReadOnlySpan<int> rows, Span<int> cells)
    {
        var (count, length) = (RowCount, _rowLength);
        var i = 0;
        for (; i <= rows.Length - Vector256<int>.Count; i += Vector256<int>.Count)
        {
            var eight = Vector256.Create(rows[i..]);
            if (Vector256.GreaterThanOrEqualAny(eight.AsUInt32(), Vector256.Create((uint)count))) break;
            (eight * length).CopyTo(cells[i..]);
        }
        for (; i < rows.Length; i++)
            cells[i] = (uint)rows[i] < (uint)count ? rows[i] * length : RequireRow(rows[i]) < 0 ? int.MinValue : 0;
    }

    private static int CountNaN(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<int> rows)
    {
        var count = 0;
        for (var i = 0; i < x.Length; i++)
            if ((double.IsNaN(x[i]) || (!y.IsEmpty && double.IsNaN(y[i]))) && (rows.IsEmpty || rows[i] >= 0)) count++;
        return count;
    }
}
