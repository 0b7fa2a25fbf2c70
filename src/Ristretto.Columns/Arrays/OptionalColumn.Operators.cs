namespace Ristretto.Columns.Arrays;

public readonly partial struct OptionalColumn<T>
{
    /// <summary>The sum; None where either has none.</summary>
    public static OptionalColumn<T> operator +(OptionalColumn<T> left, OptionalColumn<T> right) => new(left._values + right._values, left.HasValue & right.HasValue);

    /// <summary>The sum; None stays None.</summary>
    public static OptionalColumn<T> operator +(OptionalColumn<T> left, T right) => new(left._values + right, left.HasValue);

    /// <summary>The sum; None stays None.</summary>
    public static OptionalColumn<T> operator +(T left, OptionalColumn<T> right) => new(left + right._values, right.HasValue);

    /// <summary>The sum in double precision; None stays None.</summary>
    public static OptionalColumn<double> operator +(OptionalColumn<T> left, double right) => new(left._values + right, left.HasValue);

    /// <summary>The sum in double precision; None stays None.</summary>
    public static OptionalColumn<double> operator +(double left, OptionalColumn<T> right) => new(left + right._values, right.HasValue);

    /// <summary>The difference; None where either has none.</summary>
    public static OptionalColumn<T> operator -(OptionalColumn<T> left, OptionalColumn<T> right) => new(left._values - right._values, left.HasValue & right.HasValue);

    /// <summary>The difference; None stays None.</summary>
    public static OptionalColumn<T> operator -(OptionalColumn<T> left, T right) => new(left._values - right, left.HasValue);

    /// <summary>The difference; None stays None.</summary>
    public static OptionalColumn<T> operator -(T left, OptionalColumn<T> right) => new(left - right._values, right.HasValue);

    /// <summary>The difference in double precision; None stays None.</summary>
    public static OptionalColumn<double> operator -(OptionalColumn<T> left, double right) => new(left._values - right, left.HasValue);

    /// <summary>The difference in double precision; None stays None.</summary>
    public static OptionalColumn<double> operator -(double left, OptionalColumn<T> right) => new(left - right._values, right.HasValue);

    /// <summary>The product; None where either has none.</summary>
    public static OptionalColumn<T> operator *(OptionalColumn<T> left, OptionalColumn<T> right) => new(left._values * right._values, left.HasValue & right.HasValue);

    /// <summary>The product; None stays None.</summary>
    public static OptionalColumn<T> operator *(OptionalColumn<T> left, T right) => new(left._values * right, left.HasValue);

    /// <summary>The product; None stays None.</summary>
    public static OptionalColumn<T> operator *(T left, OptionalColumn<T> right) => new(left * right._values, right.HasValue);

    /// <summary>The product in double precision; None stays None.</summary>
    public static OptionalColumn<double> operator *(OptionalColumn<T> left, double right) => new(left._values * right, left.HasValue);

    /// <summary>The product in double precision; None stays None.</summary>
    public static OptionalColumn<double> operator *(double left, OptionalColumn<T> right) => new(left * right._values, right.HasValue);

    /// <summary>The quotient; None where either has none. Floating-point columns only.</summary>
    public static OptionalColumn<T> operator /(OptionalColumn<T> left, OptionalColumn<T> right) => new(left._values / right._values, left.HasValue & right.HasValue);

    /// <summary>The quotient; None stays None. Floating-point columns only.</summary>
    public static OptionalColumn<T> operator /(OptionalColumn<T> left, T right) => new(left._values / right, left.HasValue);

    /// <summary>The quotient; None stays None. Floating-point columns only.</summary>
    public static OptionalColumn<T> operator /(T left, OptionalColumn<T> right) => new(left / right._values, right.HasValue);

    /// <summary>The quotient in double precision; None stays None.</summary>
    public static OptionalColumn<double> operator /(OptionalColumn<T> left, double right) => new(left._values / right, left.HasValue);

    /// <summary>The quotient in double precision; None stays None.</summary>
    public static OptionalColumn<double> operator /(double left, OptionalColumn<T> right) => new(left / right._values, right.HasValue);

    /// <summary>The negative; None stays None.</summary>
    public static OptionalColumn<T> operator -(OptionalColumn<T> column) => new(-column._values, column.HasValue);

    /// <summary>left &lt; right; None where either has none.</summary>
    public static OptionalMask operator <(OptionalColumn<T> left, OptionalColumn<T> right) => new(left._values < right._values, left.HasValue & right.HasValue);

    /// <summary>left &lt; right; None stays None.</summary>
    public static OptionalMask operator <(OptionalColumn<T> left, T right) => new(left._values < right, left.HasValue);

    /// <summary>left &lt; right, as doubles; None stays None.</summary>
    public static OptionalMask operator <(OptionalColumn<T> left, double right) => new(left._values < right, left.HasValue);

    /// <summary>left &lt;= right; None where either has none.</summary>
    public static OptionalMask operator <=(OptionalColumn<T> left, OptionalColumn<T> right) => new(left._values <= right._values, left.HasValue & right.HasValue);

    /// <summary>left &lt;= right; None stays None.</summary>
    public static OptionalMask operator <=(OptionalColumn<T> left, T right) => new(left._values <= right, left.HasValue);

    /// <summary>left &lt;= right, as doubles; None stays None.</summary>
    public static OptionalMask operator <=(OptionalColumn<T> left, double right) => new(left._values <= right, left.HasValue);

    /// <summary>left &gt; right; None where either has none.</summary>
    public static OptionalMask operator >(OptionalColumn<T> left, OptionalColumn<T> right) => new(left._values > right._values, left.HasValue & right.HasValue);

    /// <summary>left &gt; right; None stays None.</summary>
    public static OptionalMask operator >(OptionalColumn<T> left, T right) => new(left._values > right, left.HasValue);

    /// <summary>left &gt; right, as doubles; None stays None.</summary>
    public static OptionalMask operator >(OptionalColumn<T> left, double right) => new(left._values > right, left.HasValue);

    /// <summary>left &gt;= right; None where either has none.</summary>
    public static OptionalMask operator >=(OptionalColumn<T> left, OptionalColumn<T> right) => new(left._values >= right._values, left.HasValue & right.HasValue);

    /// <summary>left &gt;= right; None stays None.</summary>
    public static OptionalMask operator >=(OptionalColumn<T> left, T right) => new(left._values >= right, left.HasValue);

    /// <summary>left &gt;= right, as doubles; None stays None.</summary>
    public static OptionalMask operator >=(OptionalColumn<T> left, double right) => new(left._values >= right, left.HasValue);

    /// <summary>left == right; None where either has none.</summary>
    public static OptionalMask operator ==(OptionalColumn<T> left, OptionalColumn<T> right) => new(left._values == right._values, left.HasValue & right.HasValue);

    /// <summary>left == right; None stays None.</summary>
    public static OptionalMask operator ==(OptionalColumn<T> left, T right) => new(left._values == right, left.HasValue);

    /// <summary>left == right, as doubles; None stays None.</summary>
    public static OptionalMask operator ==(OptionalColumn<T> left, double right) => new(left._values == right, left.HasValue);

    /// <summary>left != right; None where either has none.</summary>
    public static OptionalMask operator !=(OptionalColumn<T> left, OptionalColumn<T> right) => new(left._values != right._values, left.HasValue & right.HasValue);

    /// <summary>left != right; None stays None.</summary>
    public static OptionalMask operator !=(OptionalColumn<T> left, T right) => new(left._values != right, left.HasValue);

    /// <summary>left != right, as doubles; None stays None.</summary>
    public static OptionalMask operator !=(OptionalColumn<T> left, double right) => new(left._values != right, left.HasValue);
}
