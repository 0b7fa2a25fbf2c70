using System.Globalization;

namespace Ristretto.Histograms.Axes;

/// <summary>A function of a variable in which the bins of a <see cref="TransformedAxis"/> have equal width, and its inverse.</summary>
/// <remarks>Two transforms are the same when they have the same name.</remarks>
public sealed class AxisTransform
{
    private AxisTransform(string name, Func<double, double> forward, Func<double, double> inverse, double? exponent = null) =>
        (Name, Forward, Inverse, Exponent) = (name, forward, inverse, exponent);

    /// <summary>The natural logarithm: bins of equal ratio. The lower end must be positive.</summary>
    public static AxisTransform Log { get; } = new("log", Math.Log, Math.Exp);

    /// <summary>The square root. The lower end must not be negative.</summary>
    public static AxisTransform Sqrt { get; } = new("sqrt", Math.Sqrt, z => z * z);

    /// <summary>x to a power other than zero; a negative power, which turns the order, will do too.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The exponent is zero or not finite.</exception>
    public static AxisTransform Power(double exponent) => exponent != 0 && double.IsFinite(exponent)
        ? new(string.Create(CultureInfo.InvariantCulture, $"pow({exponent})"), x => Math.Pow(x, exponent), z => Math.Pow(z, 1 / exponent), exponent)
        : throw new ArgumentOutOfRangeException(nameof(exponent), exponent, "an axis needs a finite exponent other than zero");

    /// <summary>Any function that rises or falls everywhere in the range of the axis.</summary>
    /// <param name="name">By which two of them are compared; not the name of another function.</param>
    /// <param name="forward">The function.</param>
    /// <param name="inverse">Its inverse.</param>
    public static AxisTransform Of(string name, Func<double, double> forward, Func<double, double> inverse)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(forward);
        ArgumentNullException.ThrowIfNull(inverse);
        return new(name, forward, inverse);
    }

    /// <summary><c>log</c>, <c>sqrt</c>, <c>pow(2)</c>, or the name that was given.</summary>
    public string Name { get; }

    /// <summary>The exponent of <see cref="Power"/>; null for other functions.</summary>
    public double? Exponent { get; }

    internal Func<double, double> Forward { get; }

    internal Func<double, double> Inverse { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
