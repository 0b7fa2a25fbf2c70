using System.Numerics;
using Ristretto.Columns.Kernels;
using Ristretto.Columns.Vectors;

namespace Ristretto.Columns.Arrays;

public static partial class ColumnMath
{
    /// <summary>Event by event <paramref name="yes"/> where the mask is true, otherwise <paramref name="no"/>; both have been computed for all events.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Column<T> Where<T>(Mask condition, Column<T> yes, Column<T> no) where T : unmanaged, INumber<T>
    {
        var result = ColumnBuffer<T>.Allocate(condition.Workspace ?? yes.Workspace ?? no.Workspace, condition.Length);
        Choose.Apply(condition.AsBytes(), yes.AsSpan(), no.AsSpan(), result.Span);
        return new Column<T>(result);
    }

    /// <summary>Event by event the value where the mask is true, otherwise <paramref name="no"/>.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Column<T> Where<T>(Mask condition, Column<T> yes, T no) where T : unmanaged, INumber<T>
    {
        var result = ColumnBuffer<T>.Allocate(condition.Workspace ?? yes.Workspace, condition.Length);
        Choose.Apply(condition.AsBytes(), yes.AsSpan(), no, result.Span);
        return new Column<T>(result);
    }

    /// <summary>Event by event <paramref name="yes"/> where the mask is true, otherwise the value.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Column<T> Where<T>(Mask condition, T yes, Column<T> no) where T : unmanaged, INumber<T> => Where(condition, Constant(yes, no), no);

    /// <summary>Event by event <paramref name="yes"/> where the mask is true, otherwise <paramref name="no"/>.</summary>
    public static Column<T> Where<T>(Mask condition, T yes, T no) where T : unmanaged, INumber<T>
    {
        var result = ColumnBuffer<T>.Allocate(condition.Workspace, condition.Length);
        Choose.Apply(condition.AsBytes(), yes, no, result.Span);
        return new Column<T>(result);
    }

    /// <summary>Event by event the vector <paramref name="yes"/> where the mask is true, otherwise <paramref name="no"/>.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static LorentzVectorColumn Where(Mask condition, LorentzVectorColumn yes, LorentzVectorColumn no) => new(
        Where(condition, yes.Px, no.Px), Where(condition, yes.Py, no.Py), Where(condition, yes.Pz, no.Pz), Where(condition, yes.E, no.E));

    /// <summary>Element by element <paramref name="yes"/> where the mask is true, otherwise <paramref name="no"/>.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static JaggedColumn<T> Where<T>(JaggedMask condition, JaggedColumn<T> yes, JaggedColumn<T> no) where T : unmanaged, INumber<T>
    {
        condition.Lists.RequireSame(yes.Lists, "a mask", "a jagged column");
        condition.Lists.RequireSame(no.Lists, "a mask", "a jagged column");
        return new JaggedColumn<T>(condition.Lists, Where(condition.Flat, yes.Flat, no.Flat).Buffer);
    }

    /// <summary>Element by element the value where the mask is true, otherwise <paramref name="no"/>.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static JaggedColumn<T> Where<T>(JaggedMask condition, JaggedColumn<T> yes, T no) where T : unmanaged, INumber<T>
    {
        condition.Lists.RequireSame(yes.Lists, "a mask", "a jagged column");
        return new JaggedColumn<T>(condition.Lists, Where(condition.Flat, yes.Flat, no).Buffer);
    }

    /// <summary>Element by element <paramref name="yes"/> where the mask is true, otherwise the value.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static JaggedColumn<T> Where<T>(JaggedMask condition, T yes, JaggedColumn<T> no) where T : unmanaged, INumber<T>
    {
        condition.Lists.RequireSame(no.Lists, "a mask", "a jagged column");
        return new JaggedColumn<T>(condition.Lists, Where(condition.Flat, yes, no.Flat).Buffer);
    }

    /// <summary>Element by element <paramref name="yes"/> where the mask is true, otherwise <paramref name="no"/>.</summary>
    public static JaggedColumn<T> Where<T>(JaggedMask condition, T yes, T no) where T : unmanaged, INumber<T> =>
        new(condition.Lists, Where(condition.Flat, yes, no).Buffer);

    /// <summary>Event by event <paramref name="yes"/>, a value or None, where the mask is true, otherwise <paramref name="no"/>.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static OptionalColumn<T> Where<T>(Mask condition, OptionalColumn<T> yes, OptionalColumn<T> no) where T : unmanaged, INumber<T> =>
        new(Where(condition, yes.Values, no.Values), Where(condition, yes.HasValue, no.HasValue));

    /// <summary>Event by event the answer <paramref name="yes"/> where the mask is true, otherwise <paramref name="no"/>.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Mask Where(Mask condition, Mask yes, Mask no) => (condition & yes) | (!condition & no);

    /// <summary>Element by element the answer <paramref name="yes"/> where the mask is true, otherwise <paramref name="no"/>.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static JaggedMask Where(JaggedMask condition, JaggedMask yes, JaggedMask no) => (condition & yes) | (!condition & no);

    /// <summary>Element by element <paramref name="yes"/> where the mask is true, otherwise the value of the event.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths, or the numbers of events differ.</exception>
    public static JaggedColumn<T> Where<T>(JaggedMask condition, JaggedColumn<T> yes, Column<T> no) where T : unmanaged, INumber<T> =>
        Where(condition, yes, no.RepeatFor(condition.Lists));

    /// <summary>Element by element the value of the event where the mask is true, otherwise <paramref name="no"/>.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths, or the numbers of events differ.</exception>
    public static JaggedColumn<T> Where<T>(JaggedMask condition, Column<T> yes, JaggedColumn<T> no) where T : unmanaged, INumber<T> =>
        Where(condition, yes.RepeatFor(condition.Lists), no);

    /// <summary>Event by event the list <paramref name="yes"/> where the mask is true, otherwise <paramref name="no"/>, which may have another length.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public static JaggedColumn<T> Where<T>(Mask condition, JaggedColumn<T> yes, JaggedColumn<T> no) where T : unmanaged, INumber<T>
    {
        yes.Lists.RequireLength(condition.Length, "a jagged column", "a mask");
        yes.Lists.RequireLength(no.Length, "a jagged column", "another");
        return yes[condition.RepeatFor(yes.Lists)].JoinedWith(no[(!condition).RepeatFor(no.Lists)]);
    }
}
