using System.Numerics;
using System.Runtime.CompilerServices;
using Ristretto.Columns.Accumulation;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Selections;
using Ristretto.Histograms.Filling;

namespace Ristretto.Histograms;

/// <remarks>The same values into several histograms of the same axes, each with weights of its own, and into all categories of an event: bins are looked up once.</remarks>
public sealed partial class Histogram
{
    /// <summary>One variable: with offsets one entry per object, without one per event.</summary>
    internal static void FillTogether<T>(ReadOnlySpan<T> x, ReadOnlySpan<int> offsets, Categories? categories, List<(Histogram Histogram, Column<double> Weights)> targets) where T : unmanaged, INumber<T> =>
        FillTogether(1, x, default, offsets, categories, targets);

    /// <summary>Two variables, one entry per event.</summary>
    private static void FillPairsTogether<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Categories? categories, List<(Histogram Histogram, Column<double> Weights)> targets) where T : unmanaged, INumber<T>
    {
        targets[0].Histogram.RequireLength(x.Length, y.Length, "y values");
        FillTogether(2, x, y, default, categories, targets);
    }

    private static void FillTogether<T>(int variables, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<int> offsets, Categories? categories, List<(Histogram Histogram, Column<double> Weights)> targets)
        where T : unmanaged, INumber<T>
    {
        var first = targets[0].Histogram;
        first.RequireVariables(variables);
        var events = offsets.IsEmpty ? x.Length : offsets.Length - 1;
        foreach (var (histogram, weights) in targets)
        {
            first.RequireLength(events, weights.Length, "weights");
            _ = histogram._storage.Value;        // there from the first batch on, so that a plan of the memory knows it
        }
        if (categories is not null) first.RequireLength(events, categories.Length, "events with categories");
        var meter = LaneMeter.Current;
        var start = meter?.StartFilling() ?? 0;
        first.FillRounds(variables, x, y, offsets, new EventRows(first, categories), targets);
        meter?.EndFilling(first.Name, start);
    }

    [SkipLocalsInit]
    private void FillRounds<T>(int variables, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<int> offsets, EventRows rows, List<(Histogram Histogram, Column<double> Weights)> targets)
        where T : unmanaged, INumber<T>
    {
        Span<int> cells = stackalloc int[Round];
        Span<int> events = stackalloc int[Round];
        Span<double> xBuffer = stackalloc double[Round];
        Span<double> yBuffer = stackalloc double[Round];
        var (item, end) = (0, 0);
        for (var from = 0; from < x.Length; from += Round)
        {
            var count = Math.Min(Round, x.Length - from);
            var round = cells[..count];
            var which = events[..count];
            for (var i = 0; !offsets.IsEmpty && i < count; i++)
            {
                while (from + i >= end) end = offsets[++item];
                which[i] = item - 1;
            }
            if (offsets.IsEmpty) rows.Start(from, round);
            else rows.Start(which, round);

            var xs = Widening.ToDoubles(x.Slice(from, count), xBuffer);
            var ys = variables > 1 ? Widening.ToDoubles(y.Slice(from, count), yBuffer) : default;
            var anyNaN = _variables[0].Accumulate(xs, _strides[_categories.Length], round);
            if (variables > 1) anyNaN |= _variables[1].Accumulate(ys, _strides[_categories.Length + 1], round);
            if (offsets.IsEmpty && (anyNaN || rows.AreSeveral))
                for (var i = 0; i < count; i++) which[i] = from + i;
            if (anyNaN) CountNaN(xs, ys, which, rows, targets);

            if (rows.AreSeveral) AddToEach(round, which, rows, targets);
            else if (offsets.IsEmpty) foreach (var (histogram, weights) in targets) histogram._storage.Value.Add(round, weights.AsSpan().Slice(from, count));
            else foreach (var (histogram, weights) in targets) histogram._storage.Value.Add(round, Repeat(weights.AsSpan(), which, xBuffer));
        }
    }

    /// <summary>Adds the entries to every row that their events belong to, one row after the other: a cell gets its entries in the order of the events.</summary>
    [SkipLocalsInit]
    private static void AddToEach(ReadOnlySpan<int> cells, ReadOnlySpan<int> events, EventRows rows, List<(Histogram Histogram, Column<double> Weights)> targets)
    {
        Span<int> belonging = stackalloc int[Round];
        Span<int> which = stackalloc int[Round];
        Span<double> repeated = stackalloc double[Round];
        for (var row = 0; row < rows.Count; row++)
        {
            var belongs = rows.Of(row, out var first);
            var count = 0;
            for (var i = 0; i < cells.Length; i++)
            {
                (belonging[count], which[count]) = (cells[i] + first, events[i]);
                count += belongs[events[i]];
            }
            foreach (var (histogram, weights) in targets) histogram._storage.Value.Add(belonging[..count], Repeat(weights.AsSpan(), which[..count], repeated));
        }
    }

    private static void CountNaN(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<int> events, EventRows rows, List<(Histogram Histogram, Column<double> Weights)> targets)
    {
        var count = 0;
        for (var i = 0; i < x.Length; i++)
            if (double.IsNaN(x[i]) || (!y.IsEmpty && double.IsNaN(y[i]))) count += rows.CountOf(events[i]);
        foreach (var (histogram, _) in targets) histogram._storage.Value.AddNaN(count);
    }

    private static ReadOnlySpan<double> Repeat(ReadOnlySpan<double> weights, ReadOnlySpan<int> events, Span<double> to)
    {
        for (var i = 0; i < events.Length; i++) to[i] = weights[events[i]];
        return to[..events.Length];
    }
}
