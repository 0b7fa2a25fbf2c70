using System.Numerics;
using Ristretto.Columns.Kernels;

namespace Ristretto.Tests.Columns.Kernels;

/// <summary>The vector path of each kernel against its scalar definition, to the bit, for all short lengths and special values.
/// Run also with DOTNET_EnableAVX2=0 and DOTNET_EnableHWIntrinsic=0.</summary>
public class VectorPathTests
{
    private const int LongestTail = 40;

    [Fact]
    public void Arithmetic_AllLengths_EqualsTheDefinition()
    {
        Arithmetic(Special<float>());
        Arithmetic(Special<double>());
        Arithmetic(Special<int>());
        Arithmetic(Special<long>());
        Arithmetic(Special<byte>());
        Arithmetic(Special<short>());
        Arithmetic(Special<ulong>());
    }

    [Fact]
    public void Divide_AllLengths_EqualsTheDefinition()
    {
        Binary<float, Divide<float>>(Special<float>());
        Binary<double, Divide<double>>(Special<double>());
    }

    [Fact]
    public void Logic_AllLengths_EqualsTheDefinition()
    {
        byte[] bits = [0, 1, 1, 0, 0, 0, 1];
        Binary<byte, And>(bits);
        Binary<byte, Or>(bits);
        Binary<byte, Xor>(bits);
    }

    [Fact]
    public void Functions_AllLengths_EqualTheDefinition()
    {
        Function<float, Negate<float>>();
        Function<double, Negate<double>>();
        Function<int, Negate<int>>();
        Function<float, Absolute<float>>();
        Function<double, Absolute<double>>();
        Function<int, Absolute<int>>();
        Function<sbyte, Absolute<sbyte>>();
        Function<ulong, Absolute<ulong>>();
        Function<float, SquareRoot<float>>();
        Function<double, SquareRoot<double>>();
    }

    [Fact]
    public void Comparisons_AllLengths_EqualTheDefinition()
    {
        Comparisons<float>();
        Comparisons<double>();
        Comparisons<int>();
        Comparisons<uint>();
        Comparisons<long>();
        Comparisons<short>();
        Comparisons<byte>();
        Comparisons<sbyte>();
    }

    [Fact]
    public void Convert_FloatsToDoubles_IsExact()
    {
        var values = Special<float>();
        for (var length = 0; length <= LongestTail; length++)
        {
            var from = Cycle(values, length, 0);
            var to = new double[length];
            Elementwise.Convert<float, double>(from, to);
            for (var i = 0; i < length; i++) Assert.Equal(BitConverter.DoubleToInt64Bits(from[i]), BitConverter.DoubleToInt64Bits(to[i]));
        }
    }

    private static void Arithmetic<T>(T[] values) where T : unmanaged, INumber<T>
    {
        Binary<T, Add<T>>(values);
        Binary<T, Subtract<T>>(values);
        Binary<T, Multiply<T>>(values);
    }

    private static void Binary<T, TOperation>(T[] values) where T : unmanaged, INumber<T> where TOperation : IBinaryOperation<T>
    {
        for (var length = 0; length <= LongestTail; length++)
            for (var shift = 0; shift < values.Length; shift++)
            {
                T[] a = Cycle(values, length, 0), b = Cycle(values, length, shift), result = new T[length];
                var scalar = values[shift];
                Elementwise.Apply<T, TOperation>(a, b, result);
                for (var i = 0; i < length; i++) Same(TOperation.Apply(a[i], b[i]), result[i]);
                Elementwise.Apply<T, TOperation>(a, scalar, result);
                for (var i = 0; i < length; i++) Same(TOperation.Apply(a[i], scalar), result[i]);
                Elementwise.Apply<T, TOperation>(scalar, b, result);
                for (var i = 0; i < length; i++) Same(TOperation.Apply(scalar, b[i]), result[i]);
            }
    }

    private static void Function<T, TFunction>() where T : unmanaged, INumber<T>, IMinMaxValue<T> where TFunction : IVectorFunction<T>
    {
        for (var length = 0; length <= LongestTail; length++)
        {
            T[] from = Cycle(Special<T>(), length, 0), to = new T[length];
            Elementwise.Map<T, TFunction>(from, to);
            for (var i = 0; i < length; i++) Same(TFunction.Apply(from[i]), to[i]);
        }
    }

    private static void Comparisons<T>() where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        Comparison<T, Less<T>>((a, b) => a < b);
        Comparison<T, LessOrEqual<T>>((a, b) => a <= b);
        Comparison<T, Greater<T>>((a, b) => a > b);
        Comparison<T, GreaterOrEqual<T>>((a, b) => a >= b);
        Comparison<T, Equal<T>>((a, b) => a == b);
        Comparison<T, NotEqual<T>>((a, b) => a != b);
    }

    private static void Comparison<T, TComparison>(Func<T, T, bool> definition) where T : unmanaged, INumber<T>, IMinMaxValue<T> where TComparison : IComparison<T>
    {
        var values = Special<T>();
        for (var length = 0; length <= LongestTail; length++)
            for (var shift = 0; shift < values.Length; shift++)
            {
                T[] a = Cycle(values, length, 0), b = Cycle(values, length, shift);
                var result = new byte[length];
                Compare.Apply<T, TComparison>(a, b, result);
                for (var i = 0; i < length; i++) Assert.Equal(definition(a[i], b[i]) ? 1 : 0, result[i]);
                Compare.Apply<T, TComparison>(a, values[shift], result);
                for (var i = 0; i < length; i++) Assert.Equal(definition(a[i], values[shift]) ? 1 : 0, result[i]);
            }
    }

    private static T[] Special<T>() where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        double[] numbers = [0, -0.0, 1, -1, 2.5, -2.5, 3, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e-310, -1e-310, 1e-42, -1e-42, 7, 100];
        return [.. numbers.Select(T.CreateSaturating), T.MinValue, T.MaxValue];
    }

    private static T[] Cycle<T>(T[] values, int length, int shift) => [.. Enumerable.Range(shift, length).Select(i => values[i % values.Length])];

    private static void Same<T>(T expected, T actual) where T : INumber<T>
    {
        if (T.IsNaN(expected)) Assert.True(T.IsNaN(actual));
        else Assert.True(expected == actual && T.IsNegative(expected) == T.IsNegative(actual), $"{expected} expected, {actual} found");
    }
}
