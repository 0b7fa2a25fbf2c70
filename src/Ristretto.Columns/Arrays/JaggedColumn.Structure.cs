using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Arrays;

public readonly partial struct JaggedColumn<T>
{
    /// <summary>Position of each element in its list, counted from 0.</summary>
    public LocalIndex LocalIndices() => Lists.LocalIndices();

    /// <summary>The first <paramref name="count"/> elements of each list; shorter lists stay as they are.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public JaggedColumn<T> Take(int count)
    {
        var lists = Lists.Shortened(count);
        var result = ColumnBuffer<T>.Allocate(Workspace ?? Lists.Workspace, lists.Total);
        Padding.Copy(Values, Offsets, lists.Offsets, result.Span);
        return new JaggedColumn<T>(lists, result);
    }

    /// <summary>Lists of at least <paramref name="count"/> elements: shorter ones are extended by <paramref name="value"/>.</summary>
    /// <param name="count">The length that is wanted.</param>
    /// <param name="value">Stands where a list has no more elements.</param>
    /// <param name="clip">Whether longer lists are cut, so that all have exactly <paramref name="count"/> elements.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public JaggedColumn<T> Pad(int count, T value, bool clip = false)
    {
        var lists = Lists.Padded(count, clip);
        var result = ColumnBuffer<T>.Allocate(Workspace ?? Lists.Workspace, lists.Total);
        result.Span.Fill(value);
        Padding.Copy(Values, Offsets, lists.Offsets, result.Span);
        return new JaggedColumn<T>(lists, result);
    }

    /// <summary>Lists of at least <paramref name="count"/> elements: shorter ones are extended by None.</summary>
    /// <param name="count">The length that is wanted.</param>
    /// <param name="clip">Whether longer lists are cut, so that all have exactly <paramref name="count"/> elements.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public OptionalJaggedColumn<T> PadNone(int count, bool clip = false)
    {
        var values = Pad(count, T.Zero, clip);
        var has = ColumnBuffer<byte>.Allocate(values.Workspace, values.Lists.Total);
        Padding.Mark(Offsets, values.Offsets, has.Span);
        return new OptionalJaggedColumn<T>(values, new JaggedMask(values.Lists, has));
    }

    /// <summary>The values of all lists one after the other, shape <c>[objects]</c>; a view, the same as <see cref="Flat"/>.</summary>
    public Column<T> Flatten() => Flat;

    /// <summary>None in place of the elements for which the mask is false; lengths unchanged.</summary>
    /// <exception cref="ArgumentException">The mask has lists of other lengths.</exception>
    public OptionalJaggedColumn<T> NoneUnless(JaggedMask mask)
    {
        Lists.RequireSame(mask.Lists, "a jagged column", "a mask");
        return new OptionalJaggedColumn<T>(this, mask);
    }

    /// <summary>None in place of the lists of events for which the mask is false; the number of events is unchanged.</summary>
    /// <exception cref="ArgumentException">The mask has another length.</exception>
    public OptionalListColumn<T> NoneUnless(Mask mask)
    {
        Lists.RequireLength(mask.Length, "a jagged column", "a mask");
        return new OptionalListColumn<T>(this, mask);
    }

    /// <summary>Lengths of the runs of equal neighbours in each list, shape <c>[events][runs]</c>; NaN equals nothing.</summary>
    public JaggedColumn<int> RunLengths()
    {
        var workspace = Workspace ?? Lists.Workspace;
        var runs = ColumnBuffer<int>.Allocate(workspace, Lists.Total);
        var ends = ColumnBuffer<int>.Allocate(workspace, Length + 1);
        var count = 0;
        ends.Span[0] = 0;
        for (var list = 0; list < Length; list++)
        {
            count += Runs.Lengths(this[list], runs.Span[count..]);
            ends.Span[list + 1] = count;
        }
        return new JaggedColumn<int>(new Lists(ends), runs.First(count));
    }
}
