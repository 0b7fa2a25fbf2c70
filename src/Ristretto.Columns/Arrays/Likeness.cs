using System.Numerics;

namespace Ristretto.Columns.Arrays;

/// <summary>Whether two columns hold the same, as a whole; <c>==</c> compares value by value. NaN is the same as NaN here.</summary>
public static class Likeness
{
    /// <summary>Whether both have the same values; ±0 are the same, and NaN is NaN.</summary>
    public static bool IsSameAs<T>(this Column<T> column, Column<T> other) where T : unmanaged, INumber<T> => column.AsSpan().SequenceEqual(other.AsSpan());

    /// <summary>Whether both have the same lists of the same values.</summary>
    public static bool IsSameAs<T>(this JaggedColumn<T> column, JaggedColumn<T> other) where T : unmanaged, INumber<T> =>
        column.Offsets.SequenceEqual(other.Offsets) && column.Flat.IsSameAs(other.Flat);

    /// <summary>Whether both have the same values where they have one, and None at the same places.</summary>
    public static bool IsSameAs<T>(this OptionalColumn<T> column, OptionalColumn<T> other) where T : unmanaged, INumber<T> =>
        column.HasValue.AsBytes().SequenceEqual(other.HasValue.AsBytes()) && column.DropNone().IsSameAs(other.DropNone());

    /// <summary>Whether all values differ by at most <paramref name="absolute"/> + <paramref name="relative"/> times that of the other.</summary>
    public static bool IsCloseTo<T>(this Column<T> column, Column<T> other, double relative = 1e-5, double absolute = 1e-8) where T : unmanaged, INumber<T>
    {
        if (column.Length != other.Length) return false;
        var (a, b) = (column.To<double>(), other.To<double>());
        for (var i = 0; i < a.Length; i++)
        {
            var (x, y) = (a[i], b[i]);
            if (!x.Equals(y) && !(Math.Abs(x - y) <= absolute + relative * Math.Abs(y))) return false;
        }
        return true;
    }

    /// <summary>Whether both have lists of the same lengths, and all values differ by at most <paramref name="absolute"/> + <paramref name="relative"/> times that of the other.</summary>
    public static bool IsCloseTo<T>(this JaggedColumn<T> column, JaggedColumn<T> other, double relative = 1e-5, double absolute = 1e-8) where T : unmanaged, INumber<T> =>
        column.Offsets.SequenceEqual(other.Offsets) && column.Flat.IsCloseTo(other.Flat, relative, absolute);
}
