namespace Ristretto.Plots.Series;

/// <summary>A sum of weights with its variance.</summary>
/// <param name="Value">Σw.</param>
/// <param name="Variance">Σw².</param>
public readonly record struct WeightedSum(double Value, double Variance)
{
    /// <summary>√Σw².</summary>
    public double Error => Math.Sqrt(Variance);

    /// <summary>The sum of two independent sums.</summary>
    public static WeightedSum operator +(WeightedSum left, WeightedSum right) => new(left.Value + right.Value, left.Variance + right.Variance);
}
