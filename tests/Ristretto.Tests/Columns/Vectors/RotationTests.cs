using Ristretto.Columns.Arrays;
using Ristretto.Columns.Vectors;

namespace Ristretto.Tests.Columns.Vectors;

/// <summary>Rotations; the numbers with many digits are those in the tests of the Python package vector (scikit-hep), tests/compute/spatial.</summary>
public class RotationTests
{
    private static readonly ThreeVector s_vector = new(0.4, 0.5, 0.6);

    [Fact]
    public void About_Axes_TurnsCounterClockwise()
    {
        Close(new(0, 0, 1), Rotation.AboutX(Math.PI / 2) * new ThreeVector(0, 1, 0));
        Close(new(1, 0, 0), Rotation.AboutY(Math.PI / 2) * new ThreeVector(0, 0, 1));
        Close(new(0, 1, 0), Rotation.AboutZ(Math.PI / 2) * new ThreeVector(1, 0, 0));
        Close(Rotation.AboutX(0.3) * s_vector, Rotation.About(new(2, 0, 0), 0.3) * s_vector);
        Close(Rotation.AboutY(0.3) * s_vector, Rotation.About(new(0, 2, 0), 0.3) * s_vector);
        Close(Rotation.AboutZ(0.3) * s_vector, Rotation.About(new(0, 0, 2), 0.3) * s_vector);
        Assert.Equal(new TransverseVector(0, 1).Phi, new TransverseVector(1, 0).Rotate(Math.PI / 2).Phi, 1e-15);
    }

    [Fact]
    public void About_AnyAxis_IsThePublishedVector() =>
        Close(new(0.37483425404335763, 0.5383405688588193, 0.5828282027463345), Rotation.About(new(0.1, 0.2, 0.3), 0.25) * s_vector);

    [Fact]
    public void FromEuler_DefaultOrder_IsThePublishedVector() =>
        Close(new(0.5956646364506655, 0.409927258162962, 0.4971350761081869), Rotation.FromEuler(0.1, 0.2, 0.3) * s_vector);

    // Turned by a quaternion of the squared length 0.3, which the package does not divide by.
    [Fact]
    public void FromQuaternion_IsThePublishedVector() =>
        Close(new(0.078 / 0.3, 0.18 / 0.3, 0.246 / 0.3), Rotation.FromQuaternion(0.1, 0.2, 0.3, 0.4) * new ThreeVector(0.5, 0.6, 0.7));

    [Theory]
    [InlineData("xzx")]
    [InlineData("xyx")]
    [InlineData("yxy")]
    [InlineData("yzy")]
    [InlineData("zyz")]
    [InlineData("zxz")]
    [InlineData("xzy")]
    [InlineData("xyz")]
    [InlineData("yxz")]
    [InlineData("yzx")]
    [InlineData("zyx")]
    [InlineData("zxy")]
    public void FromEuler_AnyOrder_IsThreeTurnsAboutAxes(string order)
    {
        var expected = s_vector;
        foreach (var (axis, angle) in new[] { (order[2], 0.1), (order[1], 0.2), (order[0], 0.3) })
            expected = Rotation.About(new(axis == 'x' ? 1 : 0, axis == 'y' ? 1 : 0, axis == 'z' ? 1 : 0), -angle) * expected;
        Close(expected, Rotation.FromEuler(0.1, 0.2, 0.3, order) * s_vector);
    }

    // The rows of the Tait-Bryan matrix z-y-x with the signs of ROOT: c and s of −yaw, −pitch, −roll.
    [Fact]
    public void FromNautical_IsTheMatrixZyx()
    {
        var (yaw, pitch, roll) = (0.3, 0.2, 0.1);
        var (s1, c1) = Math.SinCos(-yaw);
        var (s2, c2) = Math.SinCos(-pitch);
        var (s3, c3) = Math.SinCos(-roll);
        var (x, y, z) = (s_vector.X, s_vector.Y, s_vector.Z);
        var expected = new ThreeVector(
            c1 * c2 * x + (c1 * s2 * s3 - c3 * s1) * y + (s1 * s3 + c1 * c3 * s2) * z,
            c2 * s1 * x + (c1 * c3 + s1 * s2 * s3) * y + (c3 * s1 * s2 - c1 * s3) * z,
            -s2 * x + c2 * s3 * y + c2 * c3 * z);
        Close(expected, Rotation.FromNautical(yaw, pitch, roll) * s_vector);
    }

    [Fact]
    public void Inverse_Undoes()
    {
        var rotation = Rotation.FromEuler(1, 2, 3) * Rotation.About(new(1, -1, 2), 0.7);
        Close(s_vector, rotation.Inverse * (rotation * s_vector));
        Close(s_vector, rotation * rotation.Inverse * s_vector);
        Assert.Equal(s_vector, Rotation.Identity * s_vector);
        Assert.Equal(7, (rotation * s_vector.WithEnergy(7)).E);
    }

    [Fact]
    public void WrongArguments_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => Rotation.FromEuler(1, 2, 3, "xxz"));
        Assert.Throws<ArgumentException>(() => Rotation.FromEuler(1, 2, 3, "xyw"));
        Assert.Throws<ArgumentException>(() => Rotation.FromEuler(1, 2, 3, "xy"));
        Assert.Throws<ArgumentException>(() => Rotation.FromQuaternion(0, 0, 0, 0));
        Assert.Throws<ArgumentException>(() => Rotation.About(default, 1));
    }

    [Fact]
    public void Columns_AreTurnedToTheBit()
    {
        var random = new Random(11);
        var rotation = Rotation.FromEuler(0.5, 1, 2);
        for (var length = 0; length < 20; length++)
        {
            var vectors = Enumerable.Range(0, length).Select(_ => new LorentzVector(random.NextDouble(), -random.NextDouble(), random.NextDouble() - 0.5, 3)).ToArray();
            var turned = rotation * Vectors(vectors);
            for (var i = 0; i < length; i++)
            {
                var expected = rotation * vectors[i];
                Assert.Equal((expected.Px, expected.Py, expected.Pz, 3), (turned.Px[i], turned.Py[i], turned.Pz[i], turned.E[i]));
            }
            Assert.Equal(turned.Pz.ToArray(), (rotation * JaggedLorentzVectors.Of(Vectors(vectors), Lists.FromCounts([0, length]))).Pz.Flat.ToArray());
        }
    }

    [Fact]
    public void Transform_AnyMatrix_IsTheProduct()
    {
        Assert.Equal(new TransverseVector(5, 11), new TransverseVector(1, 2).Transform([1, 2, 3, 4]));
        Assert.Equal(new ThreeVector(14, 32, 50), new ThreeVector(1, 2, 3).Transform([1, 2, 3, 4, 5, 6, 7, 8, 9]));
        Assert.Equal(new LorentzVector(4, 3, 2, 1), new LorentzVector(1, 2, 3, 4).Transform([0, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0]));
        Assert.Equal("the matrix needs 9 numbers, these are 4", Assert.Throws<ArgumentException>(() => s_vector.Transform([1, 2, 3, 4])).Message);
    }

    private static LorentzVectorColumn Vectors(LorentzVector[] v) => new(
        Column.Of(v.Select(x => x.Px).ToArray()), Column.Of(v.Select(x => x.Py).ToArray()), Column.Of(v.Select(x => x.Pz).ToArray()), Column.Of(v.Select(x => x.E).ToArray()));

    private static void Close(ThreeVector expected, ThreeVector actual)
    {
        Assert.Equal(expected.X, actual.X, 1e-14);
        Assert.Equal(expected.Y, actual.Y, 1e-14);
        Assert.Equal(expected.Z, actual.Z, 1e-14);
    }
}
