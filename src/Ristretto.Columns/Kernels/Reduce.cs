using System.Numerics;

namespace Ristretto.Columns.Kernels;

/// <summary>Which of two numbers wins; strictly, so that the first of equals stays.</summary>
internal interface IOrder<T> where T : unmanaged
{
    static abstract bool Wins(T candidate, T best);
}

internal readonly struct Smallest<T> : IOrder<T> where T : unmanaged, INumber<T>
{
    public static bool Wins(T candidate, T best) => candidate < best;
}

internal readonly struct Largest<T> : IOrder<T> where T : unmanaged, INumber<T>
{
    public static bool Wins(T candidate, T best) => candidate > best;
}

/// <summary>Reductions of each list to one value, first element to last: the order is part of the result, so there is no vector form.</summary>
internal static class Reduce
{
    /// <summary>The sum of each list in the accumulator's type.</summary>
    internal static void Sum<T, TSum>(ReadOnlySpan<T> values, ReadOnlySpan<int> offsets, Span<TSum> result)
        where T : unmanaged, INumber<T> where TSum : unmanaged, INumber<TSum>
    {
        for (var list = 0; list < result.Length; list++)
        {
            var sum = TSum.Zero;
            foreach (var value in values[offsets[list]..offsets[list + 1]]) sum += TSum.CreateTruncating(value);
            result[list] = sum;
        }
    }

    /// <summary>The sum of the elements of each list whose byte in the mask is 1.</summary>
    internal static void SumWhere<T, TSum>(ReadOnlySpan<T> values, ReadOnlySpan<byte> mask, ReadOnlySpan<int> offsets, Span<TSum> result)
        where T : unmanaged, INumber<T> where TSum : unmanaged, INumber<TSum>
    {
        for (var list = 0; list < result.Length; list++)
        {
            var sum = TSum.Zero;
            for (var i = offsets[list]; i < offsets[list + 1]; i++)
                if (mask[i] != 0) sum += TSum.CreateTruncating(values[i]);
            result[list] = sum;
        }
    }

    /// <summary>The product of each list in the accumulator's type.</summary>
    internal static void Product<T, TProduct>(ReadOnlySpan<T> values, ReadOnlySpan<int> offsets, Span<TProduct> result)
        where T : unmanaged, INumber<T> where TProduct : unmanaged, INumber<TProduct>
    {
        for (var list = 0; list < result.Length; list++)
        {
            var product = TProduct.One;
            foreach (var value in values[offsets[list]..offsets[list + 1]]) product *= TProduct.CreateTruncating(value);
            result[list] = product;
        }
    }

    /// <summary>The sum of each list as double over its length; NaN for an empty list.</summary>
    internal static void Mean<T>(ReadOnlySpan<T> values, ReadOnlySpan<int> offsets, Span<double> result) where T : unmanaged, INumber<T>
    {
        Sum(values, offsets, result);
        for (var list = 0; list < result.Length; list++)
        {
            var count = offsets[list + 1] - offsets[list];
            result[list] = count == 0 ? double.NaN : result[list] / count;
        }
    }

    /// <summary>Position in <paramref name="list"/> of the winner, −1 when the list holds nothing but NaN.</summary>
    internal static int Winner<T, TOrder>(ReadOnlySpan<T> list) where T : unmanaged, INumber<T> where TOrder : IOrder<T>
    {
        var winner = -1;
        var best = T.Zero;
        for (var i = 0; i < list.Length; i++)
        {
            var value = list[i];
            if (T.IsNaN(value) || (winner >= 0 && !TOrder.Wins(value, best))) continue;
            (winner, best) = (i, value);
        }
        return winner;
    }
}
