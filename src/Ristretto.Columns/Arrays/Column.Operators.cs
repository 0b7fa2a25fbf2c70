using System.Runtime.CompilerServices;
using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Arrays;

public readonly partial struct Column<T>
{
    /// <summary>The sum, event by event.</summary>
    public static Column<T> operator +(Column<T> left, Column<T> right) => Combine<Add<T>>(left, right);

    /// <summary>The sum, event by event.</summary>
    public static Column<T> operator +(Column<T> left, T right) => Combine<Add<T>>(left, right);

    /// <summary>The sum, event by event.</summary>
    public static Column<T> operator +(T left, Column<T> right) => Combine<Add<T>>(left, right);

    /// <summary>The sum in double precision, event by event.</summary>
    public static Column<double> operator +(Column<T> left, double right) => left.To<double>().With<Add<double>>(right);

    /// <summary>The sum in double precision, event by event.</summary>
    public static Column<double> operator +(double left, Column<T> right) => Column<double>.Combine<Add<double>>(left, right.To<double>());

    /// <summary>The difference, event by event.</summary>
    public static Column<T> operator -(Column<T> left, Column<T> right) => Combine<Subtract<T>>(left, right);

    /// <summary>The difference, event by event.</summary>
    public static Column<T> operator -(Column<T> left, T right) => Combine<Subtract<T>>(left, right);

    /// <summary>The difference, event by event.</summary>
    public static Column<T> operator -(T left, Column<T> right) => Combine<Subtract<T>>(left, right);

    /// <summary>The difference in double precision, event by event.</summary>
    public static Column<double> operator -(Column<T> left, double right) => left.To<double>().With<Subtract<double>>(right);

    /// <summary>The difference in double precision, event by event.</summary>
    public static Column<double> operator -(double left, Column<T> right) => Column<double>.Combine<Subtract<double>>(left, right.To<double>());

    /// <summary>The product, event by event.</summary>
    public static Column<T> operator *(Column<T> left, Column<T> right) => Combine<Multiply<T>>(left, right);

    /// <summary>The product, event by event.</summary>
    public static Column<T> operator *(Column<T> left, T right) => Combine<Multiply<T>>(left, right);

    /// <summary>The product, event by event.</summary>
    public static Column<T> operator *(T left, Column<T> right) => Combine<Multiply<T>>(left, right);

    /// <summary>The product in double precision, event by event.</summary>
    public static Column<double> operator *(Column<T> left, double right) => left.To<double>().With<Multiply<double>>(right);

    /// <summary>The product in double precision, event by event.</summary>
    public static Column<double> operator *(double left, Column<T> right) => Column<double>.Combine<Multiply<double>>(left, right.To<double>());

    /// <summary>The quotient, event by event; floating-point columns only, since integer division is rarely meant.</summary>
    public static Column<T> operator /(Column<T> left, Column<T> right)
    {
        NotInteger();
        return Combine<Divide<T>>(left, right);
    }

    /// <summary>The quotient, event by event; floating-point columns only, since integer division is rarely meant.</summary>
    public static Column<T> operator /(Column<T> left, T right)
    {
        NotInteger();
        return Combine<Divide<T>>(left, right);
    }

    /// <summary>The quotient, event by event; floating-point columns only, since integer division is rarely meant.</summary>
    public static Column<T> operator /(T left, Column<T> right)
    {
        NotInteger();
        return Combine<Divide<T>>(left, right);
    }

    /// <summary>The quotient in double precision, event by event.</summary>
    public static Column<double> operator /(Column<T> left, double right) => left.To<double>().With<Divide<double>>(right);

    /// <summary>The quotient in double precision, event by event.</summary>
    public static Column<double> operator /(double left, Column<T> right) => Column<double>.Combine<Divide<double>>(left, right.To<double>());

    /// <summary>The negative.</summary>
    public static Column<T> operator -(Column<T> column)
    {
        var result = ColumnBuffer<T>.Allocate(column.Workspace, column.Length);
        Elementwise.Map<T, Negate<T>>(column.AsSpan(), result.Span);
        return new Column<T>(result);
    }

    /// <summary>left &lt; right, event by event.</summary>
    public static Mask operator <(Column<T> left, Column<T> right) => Compare<Less<T>>(left, right);

    /// <summary>left &lt; right, event by event.</summary>
    public static Mask operator <(Column<T> left, T right) => Compare<Less<T>>(left, right);

    /// <summary>left &lt; right, event by event, as doubles.</summary>
    public static Mask operator <(Column<T> left, double right)
    {
        var result = ColumnBuffer<byte>.Allocate(left.Workspace, left.Length);
        CompareWithDouble.Less(left.AsSpan(), right, result.Span);
        return new Mask(result);
    }

    /// <summary>left &lt;= right, event by event.</summary>
    public static Mask operator <=(Column<T> left, Column<T> right) => Compare<LessOrEqual<T>>(left, right);

    /// <summary>left &lt;= right, event by event.</summary>
    public static Mask operator <=(Column<T> left, T right) => Compare<LessOrEqual<T>>(left, right);

    /// <summary>left &lt;= right, event by event, as doubles.</summary>
    public static Mask operator <=(Column<T> left, double right)
    {
        var result = ColumnBuffer<byte>.Allocate(left.Workspace, left.Length);
        CompareWithDouble.LessOrEqual(left.AsSpan(), right, result.Span);
        return new Mask(result);
    }

    /// <summary>left &gt; right, event by event.</summary>
    public static Mask operator >(Column<T> left, Column<T> right) => Compare<Greater<T>>(left, right);

    /// <summary>left &gt; right, event by event.</summary>
    public static Mask operator >(Column<T> left, T right) => Compare<Greater<T>>(left, right);

    /// <summary>left &gt; right, event by event, as doubles.</summary>
    public static Mask operator >(Column<T> left, double right)
    {
        var result = ColumnBuffer<byte>.Allocate(left.Workspace, left.Length);
        CompareWithDouble.Greater(left.AsSpan(), right, result.Span);
        return new Mask(result);
    }

    /// <summary>left &gt;= right, event by event.</summary>
    public static Mask operator >=(Column<T> left, Column<T> right) => Compare<GreaterOrEqual<T>>(left, right);

    /// <summary>left &gt;= right, event by event.</summary>
    public static Mask operator >=(Column<T> left, T right) => Compare<GreaterOrEqual<T>>(left, right);

    /// <summary>left &gt;= right, event by event, as doubles.</summary>
    public static Mask operator >=(Column<T> left, double right)
    {
        var result = ColumnBuffer<byte>.Allocate(left.Workspace, left.Length);
        CompareWithDouble.GreaterOrEqual(left.AsSpan(), right, result.Span);
        return new Mask(result);
    }

    /// <summary>left == right, event by event.</summary>
    public static Mask operator ==(Column<T> left, Column<T> right) => Compare<Equal<T>>(left, right);

    /// <summary>left == right, event by event.</summary>
    public static Mask operator ==(Column<T> left, T right) => Compare<Equal<T>>(left, right);

    /// <summary>left == right, event by event, as doubles.</summary>
    public static Mask operator ==(Column<T> left, double right)
    {
        var result = ColumnBuffer<byte>.Allocate(left.Workspace, left.Length);
        CompareWithDouble.Equal(left.AsSpan(), right, result.Span);
        return new Mask(result);
    }

    /// <summary>left != right, event by event.</summary>
    public static Mask operator !=(Column<T> left, Column<T> right) => Compare<NotEqual<T>>(left, right);

    /// <summary>left != right, event by event.</summary>
    public static Mask operator !=(Column<T> left, T right) => Compare<NotEqual<T>>(left, right);

    /// <summary>left != right, event by event, as doubles.</summary>
    public static Mask operator !=(Column<T> left, double right)
    {
        var result = ColumnBuffer<byte>.Allocate(left.Workspace, left.Length);
        CompareWithDouble.NotEqual(left.AsSpan(), right, result.Span);
        return new Mask(result);
    }

    internal Column<T> With<TOperation>(T right) where TOperation : IBinaryOperation<T> => Combine<TOperation>(this, right);

    internal static Column<T> Combine<TOperation>(Column<T> left, Column<T> right) where TOperation : IBinaryOperation<T>
    {
        var result = ColumnBuffer<T>.Allocate(left.Workspace ?? right.Workspace, left.Length);
        Elementwise.Apply<T, TOperation>(left.AsSpan(), right.AsSpan(), result.Span);
        return new Column<T>(result);
    }

    internal static Column<T> Combine<TOperation>(Column<T> left, T right) where TOperation : IBinaryOperation<T>
    {
        var result = ColumnBuffer<T>.Allocate(left.Workspace, left.Length);
        Elementwise.Apply<T, TOperation>(left.AsSpan(), right, result.Span);
        return new Column<T>(result);
    }

    internal static Column<T> Combine<TOperation>(T left, Column<T> right) where TOperation : IBinaryOperation<T>
    {
        var result = ColumnBuffer<T>.Allocate(right.Workspace, right.Length);
        Elementwise.Apply<T, TOperation>(left, right.AsSpan(), result.Span);
        return new Column<T>(result);
    }

    private static Mask Compare<TComparison>(Column<T> left, Column<T> right) where TComparison : IComparison<T>
    {
        var result = ColumnBuffer<byte>.Allocate(left.Workspace ?? right.Workspace, left.Length);
        Kernels.Compare.Apply<T, TComparison>(left.AsSpan(), right.AsSpan(), result.Span);
        return new Mask(result);
    }

    private static Mask Compare<TComparison>(Column<T> left, T right) where TComparison : IComparison<T>
    {
        var result = ColumnBuffer<byte>.Allocate(left.Workspace, left.Length);
        Kernels.Compare.Apply<T, TComparison>(left.AsSpan(), right, result.Span);
        return new Mask(result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void NotInteger()
    {
        if (T.One / (T.One + T.One) == T.Zero)
            throw new NotSupportedException($"dividing {typeof(T).Name} columns would cut off the fraction; convert with To<double>() first");
    }
}
