using System.Numerics;
using Ristretto.Columns.Arrays;

namespace Ristretto.Columns.Combinatorics;

/// <summary>All sets of some objects of one collection, as positions in increasing order; sets in lexicographic order.
/// A list with too few objects has none.</summary>
public static class Combinations
{
    /// <summary>All pairs (i &lt; j) of each list: (0,1), (0,2), …, (1,2), …</summary>
    /// <exception cref="ArgumentException">The pairs of all events together do not fit into a column.</exception>
    public static Pairs Pairs(this Lists lists)
    {
        var divided = Divide(lists, 2);
        var first = Positions(divided);
        var second = Positions(divided);
        Span<int> a = first.Span, b = second.Span;
        var offsets = lists.Offsets;
        var at = 0;
        for (var list = 0; list < offsets.Length - 1; list++)
        {
            var n = offsets[list + 1] - offsets[list];
            for (var i = 0; i < n; i++)
                for (var j = i + 1; j < n; j++, at++) (a[at], b[at]) = (i, j);
        }
        return new Pairs(new(divided, first), new(divided, second));
    }

    /// <summary>All triples (i &lt; j &lt; k) of each list.</summary>
    /// <exception cref="ArgumentException">The triples of all events together do not fit into a column.</exception>
    public static Triples Triples(this Lists lists)
    {
        var divided = Divide(lists, 3);
        var first = Positions(divided);
        var second = Positions(divided);
        var third = Positions(divided);
        Span<int> a = first.Span, b = second.Span, c = third.Span;
        var offsets = lists.Offsets;
        var at = 0;
        for (var list = 0; list < offsets.Length - 1; list++)
        {
            var n = offsets[list + 1] - offsets[list];
            for (var i = 0; i < n; i++)
                for (var j = i + 1; j < n; j++)
                    for (var k = j + 1; k < n; k++, at++) (a[at], b[at], c[at]) = (i, j, k);
        }
        return new Triples(new(divided, first), new(divided, second), new(divided, third));
    }

    /// <summary>All quadruples (i &lt; j &lt; k &lt; l) of each list.</summary>
    /// <exception cref="ArgumentException">The quadruples of all events together do not fit into a column.</exception>
    public static Quadruples Quadruples(this Lists lists)
    {
        var divided = Divide(lists, 4);
        var first = Positions(divided);
        var second = Positions(divided);
        var third = Positions(divided);
        var fourth = Positions(divided);
        Span<int> a = first.Span, b = second.Span, c = third.Span, d = fourth.Span;
        var offsets = lists.Offsets;
        var at = 0;
        for (var list = 0; list < offsets.Length - 1; list++)
        {
            var n = offsets[list + 1] - offsets[list];
            for (var i = 0; i < n; i++)
                for (var j = i + 1; j < n; j++)
                    for (var k = j + 1; k < n; k++)
                        for (var l = k + 1; l < n; l++, at++) (a[at], b[at], c[at], d[at]) = (i, j, k, l);
        }
        return new Quadruples(new(divided, first), new(divided, second), new(divided, third), new(divided, fourth));
    }

    /// <summary>All pairs of each list of this column; see <see cref="Pairs(Lists)"/>.</summary>
    public static Pairs Pairs<T>(this JaggedColumn<T> column) where T : unmanaged, INumber<T> => column.Lists.Pairs();

    /// <summary>All triples of each list of this column; see <see cref="Triples(Lists)"/>.</summary>
    public static Triples Triples<T>(this JaggedColumn<T> column) where T : unmanaged, INumber<T> => column.Lists.Triples();

    /// <summary>All quadruples of each list of this column; see <see cref="Quadruples(Lists)"/>.</summary>
    public static Quadruples Quadruples<T>(this JaggedColumn<T> column) where T : unmanaged, INumber<T> => column.Lists.Quadruples();

    /// <summary>All sets of <paramref name="size"/> objects of each list, in lexicographic order.</summary>
    /// <param name="lists">The collection.</param>
    /// <param name="size">How many objects a set has.</param>
    /// <param name="withRepetition">Whether an object may be in a set several times: (0,0), (0,1), (1,1), …</param>
    /// <returns>The positions of the first, second, … objects of all sets, <paramref name="size"/> indexes of the shape <c>[events][sets]</c>.</returns>
    /// <exception cref="ArgumentException">The sets of all events together do not fit into a column.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not positive.</exception>
    public static LocalIndex[] Sets(this Lists lists, int size, bool withRepetition = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        var divided = Divide(lists, size, withRepetition);
        var result = new LocalIndex[size];
        for (var place = 0; place < size; place++) result[place] = new LocalIndex(divided, Positions(divided));
        var step = withRepetition ? 0 : 1;                                 // from one object of a set to the least that the next can be
        Span<int> set = size <= 16 ? stackalloc int[16] : new int[size];
        set = set[..size];
        for (var list = 0; list < divided.Length; list++)
        {
            var n = lists.Offsets[list + 1] - lists.Offsets[list];
            for (var i = 0; i < size; i++) set[i] = i * step;
            for (var at = divided.Offsets[list]; at < divided.Offsets[list + 1]; at++)
            {
                for (var i = 0; i < size; i++) result[i].Buffer.Span[at] = set[i];
                var last = size - 1;
                while (last > 0 && set[last] == n - 1 - (size - 1 - last) * step) last--;
                set[last]++;
                for (var i = last + 1; i < size; i++) set[i] = set[i - 1] + step;
            }
        }
        return result;
    }

    private static ColumnBuffer<int> Positions(in Lists divided) => ColumnBuffer<int>.Allocate(divided.Workspace, divided.Total);

    private static Lists Divide(in Lists lists, int size, bool withRepetition = false)
    {
        var ends = ColumnBuffer<int>.Allocate(lists.Workspace, lists.Length + 1);
        var to = ends.Span;
        var offsets = lists.Offsets;
        to[0] = 0;
        for (var list = 0; list < offsets.Length - 1; list++)
        {
            var objects = offsets[list + 1] - offsets[list];
            var choices = withRepetition && objects > 0 ? objects + size - 1L : objects;      // n objects with repetition are as many sets as n + size − 1 without
            UInt128 sets = choices < size ? 0u : 1u;
            for (var i = 0; i < Math.Min(size, choices - size) && sets <= ulong.MaxValue; i++)      // grows with every factor
                sets = sets * (UInt128)(choices - i) / (UInt128)(i + 1);
            if (sets > (UInt128)(int.MaxValue - to[list]))
                throw new ArgumentException($"event {list} has {objects} objects: their {sets} sets of {size} do not fit into a column");
            to[list + 1] = to[list] + (int)sets;
        }
        return new Lists(ends);
    }
}
