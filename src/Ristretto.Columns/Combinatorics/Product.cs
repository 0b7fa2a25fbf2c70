using System.Numerics;
using Ristretto.Columns.Arrays;

namespace Ristretto.Columns.Combinatorics;

/// <summary>Every object of one collection with every object of another, event by event: the second varies fastest.</summary>
/// <remarks>The flat form are <see cref="Pairs"/>, shape <c>[events][pairs]</c>. The nested form, shape <c>[events][first][second]</c>, is made
/// by <see cref="Nest{T}"/>. In two steps, <see cref="PerFirst{T}"/> gives the list of each first object, which any reducer turns into one value per first object, and
/// <see cref="Regroup{T}"/> puts these values back into the lists of the events.</remarks>
public readonly struct Product
{
    private readonly Lists _first;
    private readonly Lists _inner;

    internal Product(Lists first, Lists inner, Pairs pairs) => (_first, _inner, Pairs) = (first, inner, pairs);

    /// <summary>The pairs; positions in the two collections.</summary>
    public Pairs Pairs { get; }

    /// <summary>What was computed for the pairs, as one list per first object of each event: shape <c>[events][first][second]</c>; a view.</summary>
    /// <exception cref="ArgumentException">The column does not have the shape of the pairs.</exception>
    public NestedColumn<T> Nest<T>(JaggedColumn<T> perPair) where T : unmanaged, INumber<T> => new(_first, PerFirst(perPair));

    /// <summary>What was asked of the pairs, as one list per first object of each event: shape <c>[events][first][second]</c>; a view.</summary>
    /// <exception cref="ArgumentException">The mask does not have the shape of the pairs.</exception>
    public NestedMask Nest(JaggedMask perPair) => new(_first, PerFirst(perPair));

    /// <summary>What was computed for the pairs, as one list per object of the first collection: shape <c>[first objects][second]</c>.</summary>
    /// <exception cref="ArgumentException">The column does not have the shape of the pairs.</exception>
    public JaggedColumn<T> PerFirst<T>(JaggedColumn<T> perPair) where T : unmanaged, INumber<T>
    {
        Pairs.Lists.RequireSame(perPair.Lists, "pairs", "a jagged column");
        return new JaggedColumn<T>(_inner, perPair.Buffer);
    }

    /// <summary>What was asked of the pairs, as one list per object of the first collection: shape <c>[first objects][second]</c>.</summary>
    /// <exception cref="ArgumentException">The mask does not have the shape of the pairs.</exception>
    public JaggedMask PerFirst(JaggedMask perPair)
    {
        Pairs.Lists.RequireSame(perPair.Lists, "pairs", "a mask");
        return new JaggedMask(_inner, perPair.Buffer);
    }

    /// <summary>One value per first object, shape <c>[first objects]</c>, in the lists of the events: shape <c>[events][first]</c>.</summary>
    /// <exception cref="ArgumentException">The column has another length.</exception>
    public JaggedColumn<T> Regroup<T>(Column<T> perFirst) where T : unmanaged, INumber<T>
    {
        RequireFirst(perFirst.Length);
        return new JaggedColumn<T>(_first, perFirst.Buffer);
    }

    /// <summary>One answer per first object, shape <c>[first objects]</c>, in the lists of the events: shape <c>[events][first]</c>.</summary>
    /// <exception cref="ArgumentException">The mask has another length.</exception>
    public JaggedMask Regroup(Mask perFirst)
    {
        RequireFirst(perFirst.Length);
        return new JaggedMask(_first, perFirst.Buffer);
    }

    /// <summary>Every object of <paramref name="first"/> with every object of <paramref name="second"/>.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the pairs do not fit into a column.</exception>
    public static Product Of(in Lists first, in Lists second)
    {
        var (divided, inner) = Divide(first, second);
        var workspace = divided.Workspace;
        var left = ColumnBuffer<int>.Allocate(workspace, divided.Total);
        var right = ColumnBuffer<int>.Allocate(workspace, divided.Total);
        Fill(first.Offsets, second.Offsets, left.Span, right.Span);
        return new Product(first, inner, new Pairs(new(divided, left), new(divided, right)));
    }

    /// <summary>How the pairs are divided into events, and into first objects.</summary>
    internal static (Lists Pairs, Lists Inner) Divide(in Lists first, in Lists second)
    {
        first.RequireLength(second.Length, "lists", "other lists");
        var workspace = first.Workspace ?? second.Workspace;
        var ends = ColumnBuffer<int>.Allocate(workspace, first.Length + 1);
        var inner = ColumnBuffer<int>.Allocate(workspace, first.Total + 1);
        Divide(first.Offsets, second.Offsets, ends.Span, inner.Span);
        return (new Lists(ends), new Lists(inner));
    }

    private static void Divide(ReadOnlySpan<int> first, ReadOnlySpan<int> second, Span<int> ends, Span<int> inner)
    {
        ends[0] = inner[0] = 0;
        for (var list = 0; list < first.Length - 1; list++)
        {
            long pairs = (long)(first[list + 1] - first[list]) * (second[list + 1] - second[list]);
            if (pairs > int.MaxValue - ends[list]) throw new ArgumentException($"event {list} has {pairs} pairs, which do not fit into a column");
            ends[list + 1] = ends[list] + (int)pairs;
            for (var i = first[list]; i < first[list + 1]; i++) inner[i + 1] = inner[i] + second[list + 1] - second[list];
        }
    }

    private static void Fill(ReadOnlySpan<int> first, ReadOnlySpan<int> second, Span<int> left, Span<int> right)
    {
        var at = 0;
        for (var list = 0; list < first.Length - 1; list++)
            for (var i = 0; i < first[list + 1] - first[list]; i++)
                for (var j = 0; j < second[list + 1] - second[list]; j++, at++) (left[at], right[at]) = (i, j);
    }

    private void RequireFirst(int length)
    {
        if (length != _first.Total) throw new ArgumentException($"cannot put {length} values into the lists of {_first.Total} objects");
    }
}
