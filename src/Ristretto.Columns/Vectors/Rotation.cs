using System.Diagnostics.CodeAnalysis;

namespace Ristretto.Columns.Vectors;

/// <summary>A rotation of space: the vectors turn, the axes stay. <c>second * first</c> does the first and then the second.</summary>
public readonly record struct Rotation
{
    private readonly ThreeVector _x, _y, _z;           // the rows of the matrix

    private Rotation(in ThreeVector x, in ThreeVector y, in ThreeVector z) => (_x, _y, _z) = (x, y, z);

    /// <summary>The rotation that leaves everything as it is.</summary>
    public static Rotation Identity { get; } = new(new(1, 0, 0), new(0, 1, 0), new(0, 0, 1));

    /// <summary>The rotation back.</summary>
    public Rotation Inverse => new(new(_x.X, _y.X, _z.X), new(_x.Y, _y.Y, _z.Y), new(_x.Z, _y.Z, _z.Z));

    /// <summary>By an angle in radians about the x axis: y turns towards z.</summary>
    public static Rotation AboutX(double angle)
    {
        var (sin, cos) = Math.SinCos(angle);
        return new Rotation(new(1, 0, 0), new(0, cos, -sin), new(0, sin, cos));
    }

    /// <summary>By an angle in radians about the y axis: z turns towards x.</summary>
    public static Rotation AboutY(double angle)
    {
        var (sin, cos) = Math.SinCos(angle);
        return new Rotation(new(cos, 0, sin), new(0, 1, 0), new(-sin, 0, cos));
    }

    /// <summary>By an angle in radians about the z axis: x turns towards y.</summary>
    public static Rotation AboutZ(double angle)
    {
        var (sin, cos) = Math.SinCos(angle);
        return new Rotation(new(cos, -sin, 0), new(sin, cos, 0), new(0, 0, 1));
    }

    /// <summary>By an angle in radians about any axis, counter-clockwise when the axis points at the observer.</summary>
    /// <exception cref="ArgumentException">The axis has no direction.</exception>
    /// <remarks>Source: the quaternion cos(angle / 2) + sin(angle / 2) (axis).</remarks>
    public static Rotation About(in ThreeVector axis, double angle)
    {
        if (!(axis.R > 0)) throw new ArgumentException($"an axis needs a direction, {axis} has none");
        var (sin, cos) = Math.SinCos(angle / 2);
        var part = axis.Unit() * sin;
        return FromQuaternion(cos, part.X, part.Y, part.Z);
    }

    /// <summary>Three rotations about axes of space: by −φ about the last axis of <paramref name="order"/>, then by −θ about the middle one, then by −ψ about the first.</summary>
    /// <param name="phi">φ in radians.</param>
    /// <param name="theta">θ in radians.</param>
    /// <param name="psi">ψ in radians.</param>
    /// <param name="order">Three of the letters x, y, z, neighbours different.</param>
    /// <exception cref="ArgumentException">The order names no three axes.</exception>
    /// <remarks>Names, signs and default are those of ROOT's EulerAngles and of the Python package vector.</remarks>
    public static Rotation FromEuler(double phi, double theta, double psi, string order = "zxz")
    {
        if (order is not { Length: 3 } || order[0] == order[1] || order[1] == order[2] || order.AsSpan().ContainsAnyExceptInRange('x', 'z')) ThrowOrder(order);
        return About(order[0], -psi) * About(order[1], -theta) * About(order[2], -phi);
    }

    /// <summary>From the angles of ships and planes in radians: <c>FromEuler(roll, pitch, yaw, "zyx")</c>.</summary>
    public static Rotation FromNautical(double yaw, double pitch, double roll) => FromEuler(roll, pitch, yaw, "zyx");

    /// <summary>From the quaternion u + i·i + j·j + k·k, whose length does not matter.</summary>
    /// <exception cref="ArgumentException">The quaternion is 0.</exception>
    public static Rotation FromQuaternion(double u, double i, double j, double k)
    {
        var square = u * u + i * i + j * j + k * k;
        if (!(square > 0)) throw new ArgumentException($"the quaternion ({u}, {i}, {j}, {k}) is no rotation");
        var s = 2 / square;
        return new Rotation(
            new(1 - s * (j * j + k * k), s * (i * j - u * k), s * (i * k + u * j)),
            new(s * (i * j + u * k), 1 - s * (i * i + k * k), s * (j * k - u * i)),
            new(s * (i * k - u * j), s * (j * k + u * i), 1 - s * (i * i + j * j)));
    }

    /// <summary>The vector turned.</summary>
    public static ThreeVector operator *(in Rotation rotation, in ThreeVector vector) => new(rotation._x.Dot(vector), rotation._y.Dot(vector), rotation._z.Dot(vector));

    /// <summary>The four-momentum turned; its energy stays.</summary>
    public static LorentzVector operator *(in Rotation rotation, in LorentzVector vector) => (rotation * vector.Momentum).WithEnergy(vector.E);

    /// <summary>The rotation on the right, then the one on the left.</summary>
    public static Rotation operator *(in Rotation left, in Rotation right)
    {
        var columns = right.Inverse;
        return new Rotation(
            new(left._x.Dot(columns._x), left._x.Dot(columns._y), left._x.Dot(columns._z)),
            new(left._y.Dot(columns._x), left._y.Dot(columns._y), left._y.Dot(columns._z)),
            new(left._z.Dot(columns._x), left._z.Dot(columns._y), left._z.Dot(columns._z)));
    }

    /// <summary>The rows of the matrix.</summary>
    internal (ThreeVector X, ThreeVector Y, ThreeVector Z) Rows => (_x, _y, _z);

    private static Rotation About(char axis, double angle) => axis switch { 'x' => AboutX(angle), 'y' => AboutY(angle), _ => AboutZ(angle) };

    [DoesNotReturn]
    private static void ThrowOrder(string order) =>
        throw new ArgumentException($"'{order}' names no three axes; a rotation has an order such as zxz or zyx", nameof(order));
}
