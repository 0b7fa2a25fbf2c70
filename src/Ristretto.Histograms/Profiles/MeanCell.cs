namespace Ristretto.Histograms.Profiles;

/// <summary>Sums of one cell of a profile, kept so that the spread of large numbers that lie close together keeps its digits.</summary>
/// <remarks>Welford's recurrence with weights: <c>W += w; δ = y − m; m += w δ / W; S += w δ (y − m)</c>. Two cells join by Chan, Golub and LeVeque's formula:
/// <c>m = m₁ + δ W₂ / W; S = S₁ + S₂ + δ² W₁ W₂ / W</c> with <c>δ = m₂ − m₁</c>. Where weights add up to zero the mean is not defined, and NaN.</remarks>
/// <param name="SumW">W, the sum of weights.</param>
/// <param name="SumW2">The sum of squared weights.</param>
/// <param name="Mean">m, the weighted mean of the quantity; 0 in an empty cell.</param>
/// <param name="Deviations">S, the weighted sum of squared differences from the mean.</param>
internal readonly record struct MeanCell(double SumW, double SumW2, double Mean, double Deviations)
{
    public bool IsEmpty => SumW == 0 && SumW2 == 0;

    /// <summary>(Σw)² / Σw²; 0 in an empty cell.</summary>
    public double Effective => SumW2 == 0 ? 0 : SumW * SumW / SumW2;

    public MeanCell With(double sample, double weight)
    {
        if (weight == 0) return this;
        var (sum, delta) = (SumW + weight, sample - Mean);
        var mean = Mean + weight * delta / sum;
        return new(sum, SumW2 + weight * weight, mean, Deviations + weight * delta * (sample - mean));
    }

    public MeanCell With(MeanCell other)
    {
        if (other.IsEmpty) return this;
        if (IsEmpty) return other;
        var (sum, delta) = (SumW + other.SumW, other.Mean - Mean);
        return new(sum, SumW2 + other.SumW2, Mean + delta * other.SumW / sum, Deviations + other.Deviations + delta * delta * (SumW * other.SumW / sum));
    }

    /// <summary>What <see cref="Deviations"/> is divided by to give the variance of the sample: one less than the count, or <c>W − Σw² / W</c>.</summary>
    public double Freedom(MeanKind kind) => SumW == 0 ? 0 : kind == MeanKind.Mean ? SumW - 1 : SumW - SumW2 / SumW;

    /// <summary>The variance of the sample; NaN where one entry or none does not tell.</summary>
    public double SampleVariance(MeanKind kind) => Freedom(kind) is > 0 and var freedom ? Deviations / freedom : double.NaN;

    /// <summary>The variance of the mean.</summary>
    public double Variance(MeanKind kind) => SampleVariance(kind) / (kind == MeanKind.Mean ? SumW : Effective);
}
