namespace Ristretto.Plots.Figures;

/// <summary>Ticks at round numbers: the step is 1, 2, 2.5 or 5 times a power of ten.</summary>
public static class LinearTicks
{
    /// <summary>Ticks for a range.</summary>
    /// <param name="minimum">Start of the axis.</param>
    /// <param name="maximum">End of the axis, above the start.</param>
    /// <param name="atMost">The largest number of steps wanted.</param>
    public static Ticks For(double minimum, double maximum, int atMost)
    {
        if (!(maximum > minimum) || !double.IsFinite(maximum - minimum)) throw new ArgumentException($"an axis cannot go from {minimum:R} to {maximum:R}");
        var (step, parts) = Step((maximum - minimum) / atMost);
        var exponent = Exponent(Math.Max(Math.Abs(minimum), Math.Abs(maximum)), step);
        var unit = Math.Pow(10, exponent);
        var major = Multiples(minimum, maximum, step);
        var minor = Multiples(minimum, maximum, step / parts).Where(value => !major.Any(other => Math.Abs(other - value) < step * 1e-6)).ToArray();
        return new(major, [.. major.Select(value => NumberText.Tick(value / unit, step / unit))], minor, exponent);
    }

    private static (double Step, int Parts) Step(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return (least / power) switch
        {
            <= 1.0000001 => (power, 5),
            <= 2 => (2 * power, 4),
            <= 2.5 => (2.5 * power, 5),
            <= 5 => (5 * power, 5),
            _ => (10 * power, 5),
        };
    }

    // A power of ten is taken out when the numbers would need more than five digits.
    private static int Exponent(double largest, double step) =>
        largest is >= 1e5 or < 1e-2 && largest > 0 ? (int)Math.Floor(Math.Log10(largest) + 1e-9) : step < 1e-4 ? (int)Math.Floor(Math.Log10(step)) : 0;

    private static double[] Multiples(double minimum, double maximum, double step)
    {
        var slack = 1e-9 * (maximum - minimum) / step;
        var first = (long)Math.Ceiling(minimum / step - slack);
        var last = (long)Math.Floor(maximum / step + slack);
        var values = new double[Math.Max(0, last - first + 1)];
        for (var i = 0; i < values.Length; i++) values[i] = (first + i) * step;
        return values;
    }
}
