using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Arrays;

public readonly partial struct JaggedColumn<T>
{
    /// <summary>The sum, element by element.</summary>
    public static JaggedColumn<T> operator +(JaggedColumn<T> left, JaggedColumn<T> right) => Combine<Add<T>>(left, right);

    /// <summary>The sum of each element with the value of its event.</summary>
    public static JaggedColumn<T> operator +(JaggedColumn<T> left, Column<T> right) => Combine<Add<T>>(left, right.RepeatFor(left.Lists));

    /// <summary>The sum of each element with the value of its event.</summary>
    public static JaggedColumn<T> operator +(Column<T> left, JaggedColumn<T> right) => Combine<Add<T>>(left.RepeatFor(right.Lists), right);

    /// <summary>The sum, element by element.</summary>
    public static JaggedColumn<T> operator +(JaggedColumn<T> left, T right) => new(left.Lists, (left.Flat + right).Buffer);

    /// <summary>The sum, element by element.</summary>
    public static JaggedColumn<T> operator +(T left, JaggedColumn<T> right) => new(right.Lists, (left + right.Flat).Buffer);

    /// <summary>The sum in double precision, element by element.</summary>
    public static JaggedColumn<double> operator +(JaggedColumn<T> left, double right) => new(left.Lists, (left.Flat + right).Buffer);

    /// <summary>The sum in double precision, element by element.</summary>
    public static JaggedColumn<double> operator +(double left, JaggedColumn<T> right) => new(right.Lists, (left + right.Flat).Buffer);

    /// <summary>The difference, element by element.</summary>
    public static JaggedColumn<T> operator -(JaggedColumn<T> left, JaggedColumn<T> right) => Combine<Subtract<T>>(left, right);

    /// <summary>The difference of each element with the value of its event.</summary>
    public static JaggedColumn<T> operator -(JaggedColumn<T> left, Column<T> right) => Combine<Subtract<T>>(left, right.RepeatFor(left.Lists));

    /// <summary>The difference of each element with the value of its event.</summary>
    public static JaggedColumn<T> operator -(Column<T> left, JaggedColumn<T> right) => Combine<Subtract<T>>(left.RepeatFor(right.Lists), right);

    /// <summary>The difference, element by element.</summary>
    public static JaggedColumn<T> operator -(JaggedColumn<T> left, T right) => new(left.Lists, (left.Flat - right).Buffer);

    /// <summary>The difference, element by element.</summary>
    public static JaggedColumn<T> operator -(T left, JaggedColumn<T> right) => new(right.Lists, (left - right.Flat).Buffer);

    /// <summary>The difference in double precision, element by element.</summary>
    public static JaggedColumn<double> operator -(JaggedColumn<T> left, double right) => new(left.Lists, (left.Flat - right).Buffer);

    /// <summary>The difference in double precision, element by element.</summary>
    public static JaggedColumn<double> operator -(double left, JaggedColumn<T> right) => new(right.Lists, (left - right.Flat).Buffer);

    /// <summary>The product, element by element.</summary>
    public static JaggedColumn<T> operator *(JaggedColumn<T> left, JaggedColumn<T> right) => Combine<Multiply<T>>(left, right);

    /// <summary>The product of each element with the value of its event.</summary>
    public static JaggedColumn<T> operator *(JaggedColumn<T> left, Column<T> right) => Combine<Multiply<T>>(left, right.RepeatFor(left.Lists));

    /// <summary>The product of each element with the value of its event.</summary>
    public static JaggedColumn<T> operator *(Column<T> left, JaggedColumn<T> right) => Combine<Multiply<T>>(left.RepeatFor(right.Lists), right);

    /// <summary>The product, element by element.</summary>
    public static JaggedColumn<T> operator *(JaggedColumn<T> left, T right) => new(left.Lists, (left.Flat * right).Buffer);

    /// <summary>The product, element by element.</summary>
    public static JaggedColumn<T> operator *(T left, JaggedColumn<T> right) => new(right.Lists, (left * right.Flat).Buffer);

    /// <summary>The product in double precision, element by element.</summary>
    public static JaggedColumn<double> operator *(JaggedColumn<T> left, double right) => new(left.Lists, (left.Flat * right).Buffer);

    /// <summary>The product in double precision, element by element.</summary>
    public static JaggedColumn<double> operator *(double left, JaggedColumn<T> right) => new(right.Lists, (left * right.Flat).Buffer);

    /// <summary>The quotient, element by element; floating-point columns only, since integer division is rarely meant.</summary>
    public static JaggedColumn<T> operator /(JaggedColumn<T> left, JaggedColumn<T> right)
    {
        Column<T>.NotInteger();
        return Combine<Divide<T>>(left, right);
    }

    /// <summary>The quotient of each element with the value of its event; floating-point columns only.</summary>
    public static JaggedColumn<T> operator /(JaggedColumn<T> left, Column<T> right)
    {
        Column<T>.NotInteger();
        return Combine<Divide<T>>(left, right.RepeatFor(left.Lists));
    }

    /// <summary>The quotient of each element with the value of its event; floating-point columns only.</summary>
    public static JaggedColumn<T> operator /(Column<T> left, JaggedColumn<T> right)
    {
        Column<T>.NotInteger();
        return Combine<Divide<T>>(left.RepeatFor(right.Lists), right);
    }

    /// <summary>The quotient, element by element; floating-point columns only, since integer division is rarely meant.</summary>
    public static JaggedColumn<T> operator /(JaggedColumn<T> left, T right)
    {
        Column<T>.NotInteger();
        return new(left.Lists, (left.Flat / right).Buffer);
    }

    /// <summary>The quotient, element by element; floating-point columns only, since integer division is rarely meant.</summary>
    public static JaggedColumn<T> operator /(T left, JaggedColumn<T> right)
    {
        Column<T>.NotInteger();
        return new(right.Lists, (left / right.Flat).Buffer);
    }

    /// <summary>The quotient in double precision, element by element.</summary>
    public static JaggedColumn<double> operator /(JaggedColumn<T> left, double right) => new(left.Lists, (left.Flat / right).Buffer);

    /// <summary>The quotient in double precision, element by element.</summary>
    public static JaggedColumn<double> operator /(double left, JaggedColumn<T> right) => new(right.Lists, (left / right.Flat).Buffer);

    /// <summary>The negative.</summary>
    public static JaggedColumn<T> operator -(JaggedColumn<T> column) => new(column.Lists, (-column.Flat).Buffer);

    /// <summary>left &lt; right, element by element.</summary>
    public static JaggedMask operator <(JaggedColumn<T> left, JaggedColumn<T> right)
    {
        left.Lists.RequireSame(right.Lists, "a jagged column", "another");
        return new JaggedMask(left.Lists, (left.Flat < right.Flat).Buffer);
    }

    /// <summary>left &lt; right, each element with the value of its event.</summary>
    public static JaggedMask operator <(JaggedColumn<T> left, Column<T> right) => left < right.RepeatFor(left.Lists);

    /// <summary>left &lt; right, each element with the value of its event.</summary>
    public static JaggedMask operator <(Column<T> left, JaggedColumn<T> right) => left.RepeatFor(right.Lists) < right;

    /// <summary>left &lt; right, element by element.</summary>
    public static JaggedMask operator <(JaggedColumn<T> left, T right) => new(left.Lists, (left.Flat < right).Buffer);

    /// <summary>left &lt; right, element by element, as doubles.</summary>
    public static JaggedMask operator <(JaggedColumn<T> left, double right) => new(left.Lists, (left.Flat < right).Buffer);

    /// <summary>left &lt;= right, element by element.</summary>
    public static JaggedMask operator <=(JaggedColumn<T> left, JaggedColumn<T> right)
    {
        left.Lists.RequireSame(right.Lists, "a jagged column", "another");
        return new JaggedMask(left.Lists, (left.Flat <= right.Flat).Buffer);
    }

    /// <summary>left &lt;= right, each element with the value of its event.</summary>
    public static JaggedMask operator <=(JaggedColumn<T> left, Column<T> right) => left <= right.RepeatFor(left.Lists);

    /// <summary>left &lt;= right, each element with the value of its event.</summary>
    public static JaggedMask operator <=(Column<T> left, JaggedColumn<T> right) => left.RepeatFor(right.Lists) <= right;

    /// <summary>left &lt;= right, element by element.</summary>
    public static JaggedMask operator <=(JaggedColumn<T> left, T right) => new(left.Lists, (left.Flat <= right).Buffer);

    /// <summary>left &lt;= right, element by element, as doubles.</summary>
    public static JaggedMask operator <=(JaggedColumn<T> left, double right) => new(left.Lists, (left.Flat <= right).Buffer);

    /// <summary>left &gt; right, element by element.</summary>
    public static JaggedMask operator >(JaggedColumn<T> left, JaggedColumn<T> right)
    {
        left.Lists.RequireSame(right.Lists, "a jagged column", "another");
        return new JaggedMask(left.Lists, (left.Flat > right.Flat).Buffer);
    }

    /// <summary>left &gt; right, each element with the value of its event.</summary>
    public static JaggedMask operator >(JaggedColumn<T> left, Column<T> right) => left > right.RepeatFor(left.Lists);

    /// <summary>left &gt; right, each element with the value of its event.</summary>
    public static JaggedMask operator >(Column<T> left, JaggedColumn<T> right) => left.RepeatFor(right.Lists) > right;

    /// <summary>left &gt; right, element by element.</summary>
    public static JaggedMask operator >(JaggedColumn<T> left, T right) => new(left.Lists, (left.Flat > right).Buffer);

    /// <summary>left &gt; right, element by element, as doubles.</summary>
    public static JaggedMask operator >(JaggedColumn<T> left, double right) => new(left.Lists, (left.Flat > right).Buffer);

    /// <summary>left &gt;= right, element by element.</summary>
    public static JaggedMask operator >=(JaggedColumn<T> left, JaggedColumn<T> right)
    {
        left.Lists.RequireSame(right.Lists, "a jagged column", "another");
        return new JaggedMask(left.Lists, (left.Flat >= right.Flat).Buffer);
    }

    /// <summary>left &gt;= right, each element with the value of its event.</summary>
    public static JaggedMask operator >=(JaggedColumn<T> left, Column<T> right) => left >= right.RepeatFor(left.Lists);

    /// <summary>left &gt;= right, each element with the value of its event.</summary>
    public static JaggedMask operator >=(Column<T> left, JaggedColumn<T> right) => left.RepeatFor(right.Lists) >= right;

    /// <summary>left &gt;= right, element by element.</summary>
    public static JaggedMask operator >=(JaggedColumn<T> left, T right) => new(left.Lists, (left.Flat >= right).Buffer);

    /// <summary>left &gt;= right, element by element, as doubles.</summary>
    public static JaggedMask operator >=(JaggedColumn<T> left, double right) => new(left.Lists, (left.Flat >= right).Buffer);

    /// <summary>left == right, element by element.</summary>
    public static JaggedMask operator ==(JaggedColumn<T> left, JaggedColumn<T> right)
    {
        left.Lists.RequireSame(right.Lists, "a jagged column", "another");
        return new JaggedMask(left.Lists, (left.Flat == right.Flat).Buffer);
    }

    /// <summary>left == right, each element with the value of its event.</summary>
    public static JaggedMask operator ==(JaggedColumn<T> left, Column<T> right) => left == right.RepeatFor(left.Lists);

    /// <summary>left == right, each element with the value of its event.</summary>
    public static JaggedMask operator ==(Column<T> left, JaggedColumn<T> right) => left.RepeatFor(right.Lists) == right;

    /// <summary>left == right, element by element.</summary>
    public static JaggedMask operator ==(JaggedColumn<T> left, T right) => new(left.Lists, (left.Flat == right).Buffer);

    /// <summary>left == right, element by element, as doubles.</summary>
    public static JaggedMask operator ==(JaggedColumn<T> left, double right) => new(left.Lists, (left.Flat == right).Buffer);

    /// <summary>left != right, element by element.</summary>
    public static JaggedMask operator !=(JaggedColumn<T> left, JaggedColumn<T> right)
    {
        left.Lists.RequireSame(right.Lists, "a jagged column", "another");
        return new JaggedMask(left.Lists, (left.Flat != right.Flat).Buffer);
    }

    /// <summary>left != right, each element with the value of its event.</summary>
    public static JaggedMask operator !=(JaggedColumn<T> left, Column<T> right) => left != right.RepeatFor(left.Lists);

    /// <summary>left != right, each element with the value of its event.</summary>
    public static JaggedMask operator !=(Column<T> left, JaggedColumn<T> right) => left.RepeatFor(right.Lists) != right;

    /// <summary>left != right, element by element.</summary>
    public static JaggedMask operator !=(JaggedColumn<T> left, T right) => new(left.Lists, (left.Flat != right).Buffer);

    /// <summary>left != right, element by element, as doubles.</summary>
    public static JaggedMask operator !=(JaggedColumn<T> left, double right) => new(left.Lists, (left.Flat != right).Buffer);

    internal static JaggedColumn<T> Combine<TOperation>(JaggedColumn<T> left, JaggedColumn<T> right) where TOperation : IBinaryOperation<T>
    {
        left.Lists.RequireSame(right.Lists, "a jagged column", "another");
        return new JaggedColumn<T>(left.Lists, Column<T>.Combine<TOperation>(left.Flat, right.Flat).Buffer);
    }
}
