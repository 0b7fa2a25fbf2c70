using System.Numerics;

namespace Ristretto.Columns.Arrays;

/// <summary>Columns one after the other: by events (axis 0), or the lists of each event joined (axis 1).</summary>
public static class Concatenation
{
    /// <summary>The events of this column, then those of the other; shape <c>[events + other events]</c>.</summary>
    public static Column<T> FollowedBy<T>(this Column<T> first, Column<T> second) where T : unmanaged, INumber<T>
    {
        var result = ColumnBuffer<T>.Allocate(first.Workspace ?? second.Workspace, first.Length + second.Length);
        first.AsSpan().CopyTo(result.Span);
        second.AsSpan().CopyTo(result.Span[first.Length..]);
        return new Column<T>(result);
    }

    /// <summary>The lists of this column, then those of the other; shape <c>[events + other events][objects]</c>.</summary>
    public static JaggedColumn<T> FollowedBy<T>(this JaggedColumn<T> first, JaggedColumn<T> second) where T : unmanaged, INumber<T>
    {
        var offsets = ColumnBuffer<int>.Allocate(first.Workspace ?? second.Workspace, first.Length + second.Length + 1);
        var to = offsets.Span;
        first.Offsets.CopyTo(to);
        for (var i = 1; i <= second.Length; i++) to[first.Length + i] = first.Lists.Total + second.Offsets[i];
        return new JaggedColumn<T>(new Lists(offsets), first.Flat.FollowedBy(second.Flat).Buffer);
    }

    /// <summary>The answers of this mask, then those of the other; shape <c>[events + other events]</c>.</summary>
    public static Mask FollowedBy(this Mask first, Mask second) => new(new Column<byte>(first.Buffer).FollowedBy(new Column<byte>(second.Buffer)).Buffer);

    /// <summary>The events of this column, then those of the other; None stays None. Shape <c>[events + other events]</c>.</summary>
    public static OptionalColumn<T> FollowedBy<T>(this OptionalColumn<T> first, OptionalColumn<T> second) where T : unmanaged, INumber<T> =>
        new(first.Values.FollowedBy(second.Values), first.HasValue.FollowedBy(second.HasValue));

    /// <summary>Per event the elements of this list and then those of the other (electrons and muons make leptons); shape <c>[events][objects + other objects]</c>.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public static JaggedColumn<T> JoinedWith<T>(this JaggedColumn<T> first, JaggedColumn<T> second) where T : unmanaged, INumber<T>
    {
        first.Lists.RequireLength(second.Length, "lists", "other lists");
        var workspace = first.Workspace ?? second.Workspace;
        var offsets = ColumnBuffer<int>.Allocate(workspace, first.Length + 1);
        var values = ColumnBuffer<T>.Allocate(workspace, first.Lists.Total + second.Lists.Total);
        var to = offsets.Span;
        var a = first.Offsets;
        var b = second.Offsets;
        for (var i = 0; i < to.Length; i++) to[i] = a[i] + b[i];
        for (var i = 0; i < first.Length; i++)
        {
            first.Values[a[i]..a[i + 1]].CopyTo(values.Span[to[i]..]);
            second.Values[b[i]..b[i + 1]].CopyTo(values.Span[(to[i] + a[i + 1] - a[i])..]);
        }
        return new JaggedColumn<T>(new Lists(offsets), values);
    }

    /// <summary>Per event the elements of this list and then the event's value; shape <c>[events][objects + 1]</c>.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public static JaggedColumn<T> JoinedWith<T>(this JaggedColumn<T> first, Column<T> second) where T : unmanaged, INumber<T> => first.JoinedWith(second.Unflatten(1));

    /// <summary>Per event the answers of this list and then those of the other; shape <c>[events][objects + other objects]</c>.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public static JaggedMask JoinedWith(this JaggedMask first, JaggedMask second)
    {
        var joined = new JaggedColumn<byte>(first.Lists, first.Buffer).JoinedWith(new JaggedColumn<byte>(second.Lists, second.Buffer));
        return new JaggedMask(joined.Lists, joined.Buffer);
    }
}
