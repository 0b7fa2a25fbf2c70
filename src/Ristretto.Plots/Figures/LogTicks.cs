using System.Globalization;

namespace Ristretto.Plots.Figures;

/// <summary>Ticks of a logarithmic axis: numbers at powers of ten, small ticks at their multiples.</summary>
public static class LogTicks
{
    /// <summary>Ticks for a range.</summary>
    /// <param name="minimum">Start of the axis, positive.</param>
    /// <param name="maximum">End of the axis.</param>
    /// <param name="atMost">The largest number of labelled powers.</param>
    public static Ticks For(double minimum, double maximum, int atMost)
    {
        if (!(minimum > 0 && maximum > minimum)) throw new ArgumentException($"a logarithmic axis cannot go from {minimum:R} to {maximum:R}");
        var first = (int)Math.Floor(Math.Log10(minimum) + 1e-9);
        var last = (int)Math.Ceiling(Math.Log10(maximum) - 1e-9);
        var stride = Math.Max(1, (last - first + atMost - 1) / atMost);
        List<double> major = [], minor = [];
        List<string> labels = [];
        for (var power = first; power <= last; power++)
        {
            for (var multiple = 1; multiple < 10; multiple++)
            {
                var value = multiple * Math.Pow(10, power);
                if (value < minimum * (1 - 1e-9) || value > maximum * (1 + 1e-9)) continue;
                if (multiple > 1 || power % stride != 0)
                {
                    if (stride == 1 || multiple == 1) minor.Add(value);
                    continue;
                }

                major.Add(value);
                labels.Add(Label(power));
            }
        }

        return new(major, labels, minor, 0);
    }

    private static string Label(int power) => power switch
    {
        0 => "1",
        1 => "10",
        _ => "10^{" + power.ToString(CultureInfo.InvariantCulture) + "}",
    };
}
