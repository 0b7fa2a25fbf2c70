namespace Ristretto.Histograms.Comparisons;

/// <summary>A number and the ends of its interval. All are NaN where there is a gap; an end alone is NaN where there is no statement about it.</summary>
/// <param name="Value">The number.</param>
/// <param name="Low">The lower end of its interval.</param>
/// <param name="High">The upper end of its interval.</param>
public readonly record struct Estimate(double Value, double Low, double High)
{
    /// <summary>Nothing to compare: 0/0.</summary>
    public static Estimate Gap { get; } = new(double.NaN, double.NaN, double.NaN);

    /// <summary>Whether there is nothing to compare.</summary>
    public bool IsGap => double.IsNaN(Value);

    /// <summary>The number with the same distance to both sides.</summary>
    internal static Estimate Symmetric(double value, double error) => new(value, value - error, value + error);

    internal Estimate Map(Func<double, double> increasing) => new(increasing(Value), increasing(Low), increasing(High));
}
