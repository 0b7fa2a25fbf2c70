using System.Numerics;

namespace Ristretto.Columns.Kernels;

/// <summary>a and b, on bytes 0 and 1.</summary>
internal readonly struct And : IBinaryOperation<byte>
{
    public static byte Apply(byte left, byte right) => (byte)(left & right);
    public static Vector<byte> Apply(Vector<byte> left, Vector<byte> right) => left & right;
}

/// <summary>a or b, on bytes 0 and 1.</summary>
internal readonly struct Or : IBinaryOperation<byte>
{
    public static byte Apply(byte left, byte right) => (byte)(left | right);
    public static Vector<byte> Apply(Vector<byte> left, Vector<byte> right) => left | right;
}

/// <summary>Either a or b but not both, on bytes 0 and 1; with b = 1 the negation of a.</summary>
internal readonly struct Xor : IBinaryOperation<byte>
{
    public static byte Apply(byte left, byte right) => (byte)(left ^ right);
    public static Vector<byte> Apply(Vector<byte> left, Vector<byte> right) => left ^ right;
}
