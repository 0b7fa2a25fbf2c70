using System.Numerics;

namespace Ristretto.Columns.Kernels;

/// <summary>Stable sorting of positions by the values they point at; NaN comes last whatever the order.</summary>
internal static class Sorting
{
    private const int ShortList = 24;                // insertion sort wins below; collections are nearly always that short

    /// <summary>Writes the positions 0, 1, … of <paramref name="values"/> in the order of their values.</summary>
    /// <param name="values">One list.</param>
    /// <param name="positions">Receives the positions; as long as the list.</param>
    /// <param name="scratch">As long as the list when that is longer than <see cref="ScratchFor"/> ignores.</param>
    internal static void ArgSort<T, TOrder>(ReadOnlySpan<T> values, Span<int> positions, Span<int> scratch)
        where T : unmanaged, INumber<T> where TOrder : IOrder<T>
    {
        for (var i = 0; i < positions.Length; i++) positions[i] = i;
        for (var from = 0; from < positions.Length; from += ShortList)
            InsertionSort<T, TOrder>(values, positions[from..Math.Min(from + ShortList, positions.Length)]);
        for (var width = ShortList; width < positions.Length; width *= 2)
        {
            for (var from = 0; from + width < positions.Length; from += 2 * width)
                Merge<T, TOrder>(values, positions[from..Math.Min(from + 2 * width, positions.Length)], width, scratch);
        }
    }

    /// <summary>Room that sorting lists with these offsets needs.</summary>
    internal static int ScratchFor(ReadOnlySpan<int> offsets)
    {
        var longest = 0;
        for (var i = 1; i < offsets.Length; i++) longest = Math.Max(longest, offsets[i] - offsets[i - 1]);
        return longest <= ShortList ? 0 : longest;
    }

    private static bool Before<T, TOrder>(T a, T b) where T : unmanaged, INumber<T> where TOrder : IOrder<T> =>
        TOrder.Wins(a, b) || (T.IsNaN(b) && !T.IsNaN(a));

    private static void InsertionSort<T, TOrder>(ReadOnlySpan<T> values, Span<int> run) where T : unmanaged, INumber<T> where TOrder : IOrder<T>
    {
        for (var i = 1; i < run.Length; i++)
        {
            var position = run[i];
            var value = values[position];
            var at = i;
            for (; at > 0 && Before<T, TOrder>(value, values[run[at - 1]]); at--) run[at] = run[at - 1];
            run[at] = position;
        }
    }

    private static void Merge<T, TOrder>(ReadOnlySpan<T> values, Span<int> run, int middle, Span<int> scratch)
        where T : unmanaged, INumber<T> where TOrder : IOrder<T>
    {
        var left = scratch[..middle];
        run[..middle].CopyTo(left);
        var (i, j, to) = (0, middle, 0);
        while (i < middle && j < run.Length)
            run[to++] = Before<T, TOrder>(values[run[j]], values[left[i]]) ? run[j++] : left[i++];
        left[i..].CopyTo(run[to..]);
    }
}
