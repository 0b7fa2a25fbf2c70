using System.Numerics;
using Ristretto.Columns.Arrays;

namespace Ristretto.Columns.Combinatorics;

/// <summary>All sets of two, three or four different objects of one collection, as positions in increasing order; sets in lexicographic order.
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

    private static ColumnBuffer<int> Positions(in Lists divided) => ColumnBuffer<int>.Allocate(divided.Workspace, divided.Total);

    private static Lists Divide(in Lists lists, int size)
    {
        var ends = ColumnBuffer<int>.Allocate(lists.Workspace, lists.Length + 1);
        var to = ends.Span;
        var offsets = lists.Offsets;
        to[0] = 0;
        for (var list = 0; list < offsets.Length - 1; list++)
        {
            UInt128 sets = 1;
            for (var i = 0; i < size; i++)
            {
                var left = offsets[list + 1] - offsets[list] - i;
                sets = left <= 0 ? 0 : sets * (UInt128)left / (UInt128)(i + 1);
            }
            if (sets > (UInt128)(int.MaxValue - to[list]))
                throw new ArgumentException($"event {list} has {offsets[list + 1] - offsets[list]} objects: their {sets} sets of {size} do not fit into a column");
            to[list + 1] = to[list] + (int)sets;
        }
        return new Lists(ends);
    }
}
