using Ristretto.Columns.Arrays;

namespace Ristretto.Columns.Combinatorics;

/// <summary>The best pair or triple of each event, found without writing the others down.</summary>
/// <remarks>The smallest figure wins, the first in lexicographic order of equals; NaN never wins. Figures are asked for with positions in the
/// flat values of the collection.</remarks>
public static class BestSets
{
    /// <summary>The pair with the smallest figure, shape <c>[events][0 or 1]</c>.</summary>
    /// <param name="lists">The collection.</param>
    /// <param name="figure">The figure of the objects at two flat positions, the first before the second.</param>
    public static Pairs BestPair(this Lists lists, Func<int, int, double> figure)
    {
        var workspace = lists.Workspace;
        var ends = ColumnBuffer<int>.Allocate(workspace, lists.Length + 1);
        var first = ColumnBuffer<int>.Allocate(workspace, lists.Length);
        var second = ColumnBuffer<int>.Allocate(workspace, lists.Length);
        var offsets = lists.Offsets;
        var found = 0;
        ends.Span[0] = 0;
        for (var list = 0; list < offsets.Length - 1; list++)
        {
            int start = offsets[list], end = offsets[list + 1], a = -1, b = -1;
            var best = double.NaN;
            for (var i = start; i < end; i++)
            {
                for (var j = i + 1; j < end; j++)
                {
                    var value = figure(i, j);
                    if (double.IsNaN(value) || value >= best) continue;
                    (best, a, b) = (value, i, j);
                }
            }
            if (a >= 0) (first.Span[found], second.Span[found++]) = (a - start, b - start);
            ends.Span[list + 1] = found;
        }
        var divided = new Lists(ends);
        return new Pairs(new(divided, first.First(found)), new(divided, second.First(found)));
    }

    /// <summary>The pair of an object of one collection and one of another with the smallest figure, shape <c>[events][0 or 1]</c>.</summary>
    /// <param name="lists">The collection of the first object.</param>
    /// <param name="others">The collection of the second object.</param>
    /// <param name="figure">The figure of the objects at a flat position of each collection.</param>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public static Pairs BestPair(this Lists lists, Lists others, Func<int, int, double> figure)
    {
        lists.RequireLength(others.Length, "lists", "other lists");
        var workspace = lists.Workspace ?? others.Workspace;
        var ends = ColumnBuffer<int>.Allocate(workspace, lists.Length + 1);
        var first = ColumnBuffer<int>.Allocate(workspace, lists.Length);
        var second = ColumnBuffer<int>.Allocate(workspace, lists.Length);
        var offsets = lists.Offsets;
        var otherOffsets = others.Offsets;
        var found = 0;
        ends.Span[0] = 0;
        for (var list = 0; list < offsets.Length - 1; list++)
        {
            var (a, b, best) = (-1, -1, double.NaN);
            for (var i = offsets[list]; i < offsets[list + 1]; i++)
            {
                for (var j = otherOffsets[list]; j < otherOffsets[list + 1]; j++)
                {
                    var value = figure(i, j);
                    if (double.IsNaN(value) || value >= best) continue;
                    (best, a, b) = (value, i, j);
                }
            }
            if (a >= 0) (first.Span[found], second.Span[found++]) = (a - offsets[list], b - otherOffsets[list]);
            ends.Span[list + 1] = found;
        }
        var divided = new Lists(ends);
        return new Pairs(new(divided, first.First(found)), new(divided, second.First(found)));
    }

    /// <summary>The triple with the smallest figure, shape <c>[events][0 or 1]</c>.</summary>
    /// <param name="lists">The collection.</param>
    /// <param name="figure">The figure of the objects at three flat positions in increasing order.</param>
    public static Triples BestTriple(this Lists lists, Func<int, int, int, double> figure)
    {
        var workspace = lists.Workspace;
        var ends = ColumnBuffer<int>.Allocate(workspace, lists.Length + 1);
        var first = ColumnBuffer<int>.Allocate(workspace, lists.Length);
        var second = ColumnBuffer<int>.Allocate(workspace, lists.Length);
        var third = ColumnBuffer<int>.Allocate(workspace, lists.Length);
        var offsets = lists.Offsets;
        var found = 0;
        ends.Span[0] = 0;
        for (var list = 0; list < offsets.Length - 1; list++)
        {
            int start = offsets[list], end = offsets[list + 1], a = -1, b = -1, c = -1;
            var best = double.NaN;
            for (var i = start; i < end; i++)
            {
                for (var j = i + 1; j < end; j++)
                {
                    for (var k = j + 1; k < end; k++)
                    {
                        var value = figure(i, j, k);
                        if (double.IsNaN(value) || value >= best) continue;
                        (best, a, b, c) = (value, i, j, k);
                    }
                }
            }
            if (a >= 0) (first.Span[found], second.Span[found], third.Span[found++]) = (a - start, b - start, c - start);
            ends.Span[list + 1] = found;
        }
        var divided = new Lists(ends);
        return new Triples(new(divided, first.First(found)), new(divided, second.First(found)), new(divided, third.First(found)));
    }
}
