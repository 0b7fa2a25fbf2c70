using System.Numerics;

namespace Ristretto.Columns.Kernels;

/// <summary>a + b; integers wrap around.</summary>
internal readonly struct Add<T> : IBinaryOperation<T> where T : unmanaged, INumber<T>
{
    public static T Apply(T left, T right) => left + right;
    public static Vector<T> Apply(Vector<T> left, Vector<T> right) => left + right;
}

/// <summary>a − b; integers wrap around.</summary>
internal readonly struct Subtract<T> : IBinaryOperation<T> where T : unmanaged, INumber<T>
{
    public static T Apply(T left, T right) => left - right;
    public static Vector<T> Apply(Vector<T> left, Vector<T> right) => left - right;
}

/// <summary>a · b; integers wrap around.</summary>
internal readonly struct Multiply<T> : IBinaryOperation<T> where T : unmanaged, INumber<T>
{
    public static T Apply(T left, T right) => left * right;
    public static Vector<T> Apply(Vector<T> left, Vector<T> right) => left * right;
}

/// <summary>a / b for floating-point numbers: IEEE division, x/0 is ±infinity or NaN.</summary>
internal readonly struct Divide<T> : IBinaryOperation<T> where T : unmanaged, INumber<T>
{
    public static T Apply(T left, T right) => left / right;
    public static Vector<T> Apply(Vector<T> left, Vector<T> right) => left / right;
}
