namespace Ristretto.Columns.Arrays;

public readonly partial struct OptionalJaggedColumn<T>
{
    /// <summary>The sum; None where either has none.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static OptionalJaggedColumn<T> operator +(OptionalJaggedColumn<T> left, OptionalJaggedColumn<T> right) =>
        new(left._values + right._values, left.HasValue & right.HasValue);

    /// <summary>The sum, each element with the value of its event; None where either has none.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public static OptionalJaggedColumn<T> operator +(OptionalJaggedColumn<T> left, OptionalColumn<T> right) => left + right.RepeatFor(left.Lists);

    /// <summary>The sum; None stays None.</summary>
    public static OptionalJaggedColumn<T> operator +(OptionalJaggedColumn<T> left, T right) => new(left._values + right, left.HasValue);

    /// <summary>The sum; None stays None.</summary>
    public static OptionalJaggedColumn<T> operator +(T left, OptionalJaggedColumn<T> right) => new(left + right._values, right.HasValue);

    /// <summary>The sum in double precision; None stays None.</summary>
    public static OptionalJaggedColumn<double> operator +(OptionalJaggedColumn<T> left, double right) => new(left._values + right, left.HasValue);

    /// <summary>The sum in double precision; None stays None.</summary>
    public static OptionalJaggedColumn<double> operator +(double left, OptionalJaggedColumn<T> right) => new(left + right._values, right.HasValue);

    /// <summary>The difference; None where either has none.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static OptionalJaggedColumn<T> operator -(OptionalJaggedColumn<T> left, OptionalJaggedColumn<T> right) =>
        new(left._values - right._values, left.HasValue & right.HasValue);

    /// <summary>The difference, each element with the value of its event; None where either has none.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public static OptionalJaggedColumn<T> operator -(OptionalJaggedColumn<T> left, OptionalColumn<T> right) => left - right.RepeatFor(left.Lists);

    /// <summary>The difference; None stays None.</summary>
    public static OptionalJaggedColumn<T> operator -(OptionalJaggedColumn<T> left, T right) => new(left._values - right, left.HasValue);

    /// <summary>The difference; None stays None.</summary>
    public static OptionalJaggedColumn<T> operator -(T left, OptionalJaggedColumn<T> right) => new(left - right._values, right.HasValue);

    /// <summary>The difference in double precision; None stays None.</summary>
    public static OptionalJaggedColumn<double> operator -(OptionalJaggedColumn<T> left, double right) => new(left._values - right, left.HasValue);

    /// <summary>The difference in double precision; None stays None.</summary>
    public static OptionalJaggedColumn<double> operator -(double left, OptionalJaggedColumn<T> right) => new(left - right._values, right.HasValue);

    /// <summary>The product; None where either has none.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static OptionalJaggedColumn<T> operator *(OptionalJaggedColumn<T> left, OptionalJaggedColumn<T> right) =>
        new(left._values * right._values, left.HasValue & right.HasValue);

    /// <summary>The product, each element with the value of its event; None where either has none.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public static OptionalJaggedColumn<T> operator *(OptionalJaggedColumn<T> left, OptionalColumn<T> right) => left * right.RepeatFor(left.Lists);

    /// <summary>The product; None stays None.</summary>
    public static OptionalJaggedColumn<T> operator *(OptionalJaggedColumn<T> left, T right) => new(left._values * right, left.HasValue);

    /// <summary>The product; None stays None.</summary>
    public static OptionalJaggedColumn<T> operator *(T left, OptionalJaggedColumn<T> right) => new(left * right._values, right.HasValue);

    /// <summary>The product in double precision; None stays None.</summary>
    public static OptionalJaggedColumn<double> operator *(OptionalJaggedColumn<T> left, double right) => new(left._values * right, left.HasValue);

    /// <summary>The product in double precision; None stays None.</summary>
    public static OptionalJaggedColumn<double> operator *(double left, OptionalJaggedColumn<T> right) => new(left * right._values, right.HasValue);

    /// <summary>The quotient; None where either has none. Floating-point columns only.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static OptionalJaggedColumn<T> operator /(OptionalJaggedColumn<T> left, OptionalJaggedColumn<T> right) =>
        new(left._values / right._values, left.HasValue & right.HasValue);

    /// <summary>The quotient, each element with the value of its event; None where either has none. Floating-point columns only.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public static OptionalJaggedColumn<T> operator /(OptionalJaggedColumn<T> left, OptionalColumn<T> right) => left / right.RepeatFor(left.Lists);

    /// <summary>The quotient; None stays None. Floating-point columns only.</summary>
    public static OptionalJaggedColumn<T> operator /(OptionalJaggedColumn<T> left, T right) => new(left._values / right, left.HasValue);

    /// <summary>The quotient; None stays None. Floating-point columns only.</summary>
    public static OptionalJaggedColumn<T> operator /(T left, OptionalJaggedColumn<T> right) => new(left / right._values, right.HasValue);

    /// <summary>The quotient in double precision; None stays None.</summary>
    public static OptionalJaggedColumn<double> operator /(OptionalJaggedColumn<T> left, double right) => new(left._values / right, left.HasValue);

    /// <summary>The quotient in double precision; None stays None.</summary>
    public static OptionalJaggedColumn<double> operator /(double left, OptionalJaggedColumn<T> right) => new(left / right._values, right.HasValue);

    /// <summary>The negative; None stays None.</summary>
    public static OptionalJaggedColumn<T> operator -(OptionalJaggedColumn<T> column) => new(-column._values, column.HasValue);

    /// <summary>left &lt; right; None where either has none.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static OptionalJaggedMask operator <(OptionalJaggedColumn<T> left, OptionalJaggedColumn<T> right) =>
        new(left._values < right._values, left.HasValue & right.HasValue);

    /// <summary>left &lt; right; None stays None.</summary>
    public static OptionalJaggedMask operator <(OptionalJaggedColumn<T> left, T right) => new(left._values < right, left.HasValue);

    /// <summary>left &lt; right, as doubles; None stays None.</summary>
    public static OptionalJaggedMask operator <(OptionalJaggedColumn<T> left, double right) => new(left._values < right, left.HasValue);

    /// <summary>left &lt;= right; None where either has none.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static OptionalJaggedMask operator <=(OptionalJaggedColumn<T> left, OptionalJaggedColumn<T> right) =>
        new(left._values <= right._values, left.HasValue & right.HasValue);

    /// <summary>left &lt;= right; None stays None.</summary>
    public static OptionalJaggedMask operator <=(OptionalJaggedColumn<T> left, T right) => new(left._values <= right, left.HasValue);

    /// <summary>left &lt;= right, as doubles; None stays None.</summary>
    public static OptionalJaggedMask operator <=(OptionalJaggedColumn<T> left, double right) => new(left._values <= right, left.HasValue);

    /// <summary>left &gt; right; None where either has none.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static OptionalJaggedMask operator >(OptionalJaggedColumn<T> left, OptionalJaggedColumn<T> right) =>
        new(left._values > right._values, left.HasValue & right.HasValue);

    /// <summary>left &gt; right; None stays None.</summary>
    public static OptionalJaggedMask operator >(OptionalJaggedColumn<T> left, T right) => new(left._values > right, left.HasValue);

    /// <summary>left &gt; right, as doubles; None stays None.</summary>
    public static OptionalJaggedMask operator >(OptionalJaggedColumn<T> left, double right) => new(left._values > right, left.HasValue);

    /// <summary>left &gt;= right; None where either has none.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static OptionalJaggedMask operator >=(OptionalJaggedColumn<T> left, OptionalJaggedColumn<T> right) =>
        new(left._values >= right._values, left.HasValue & right.HasValue);

    /// <summary>left &gt;= right; None stays None.</summary>
    public static OptionalJaggedMask operator >=(OptionalJaggedColumn<T> left, T right) => new(left._values >= right, left.HasValue);

    /// <summary>left &gt;= right, as doubles; None stays None.</summary>
    public static OptionalJaggedMask operator >=(OptionalJaggedColumn<T> left, double right) => new(left._values >= right, left.HasValue);

    /// <summary>left == right; None where either has none.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static OptionalJaggedMask operator ==(OptionalJaggedColumn<T> left, OptionalJaggedColumn<T> right) =>
        new(left._values == right._values, left.HasValue & right.HasValue);

    /// <summary>left == right; None stays None.</summary>
    public static OptionalJaggedMask operator ==(OptionalJaggedColumn<T> left, T right) => new(left._values == right, left.HasValue);

    /// <summary>left == right, as doubles; None stays None.</summary>
    public static OptionalJaggedMask operator ==(OptionalJaggedColumn<T> left, double right) => new(left._values == right, left.HasValue);

    /// <summary>left != right; None where either has none.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static OptionalJaggedMask operator !=(OptionalJaggedColumn<T> left, OptionalJaggedColumn<T> right) =>
        new(left._values != right._values, left.HasValue & right.HasValue);

    /// <summary>left != right; None stays None.</summary>
    public static OptionalJaggedMask operator !=(OptionalJaggedColumn<T> left, T right) => new(left._values != right, left.HasValue);

    /// <summary>left != right, as doubles; None stays None.</summary>
    public static OptionalJaggedMask operator !=(OptionalJaggedColumn<T> left, double right) => new(left._values != right, left.HasValue);
}
