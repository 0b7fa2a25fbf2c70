namespace Ristretto.Events.Selections;

/// <summary>What a factor of the weights was in the events that were seen.</summary>
/// <param name="Factor">Name of the factor.</param>
/// <param name="Count">Number of events.</param>
/// <param name="SumW">Sum of the factor.</param>
/// <param name="SumW2">Sum of its square.</param>
/// <param name="Min">Smallest value; positive infinity without events. NaN is left out here, not in the sums.</param>
/// <param name="Max">Largest value; negative infinity without events.</param>
public readonly record struct WeightStatistic(string Factor, long Count, double SumW, double SumW2, double Min, double Max)
{
    /// <summary>Mean of the factor; NaN without events.</summary>
    public double Mean => SumW / Count;

    /// <summary>Number of events of weight one that have the same relative statistical uncertainty: (Σw)²/Σw².</summary>
    public double EffectiveEvents => SumW * SumW / SumW2;

    internal static WeightStatistic None(string factor) => new(factor, 0, 0, 0, double.PositiveInfinity, double.NegativeInfinity);

    internal WeightStatistic Plus(in WeightStatistic other) =>
        new(Factor, Count + other.Count, SumW + other.SumW, SumW2 + other.SumW2, double.MinNumber(Min, other.Min), double.MaxNumber(Max, other.Max));

    /// <summary>With more events, one after the other, so that the sums do not depend on how events are cut into batches.</summary>
    internal WeightStatistic Plus(ReadOnlySpan<double> values)
    {
        var (sum, squares, min, max) = (SumW, SumW2, Min, Max);
        foreach (var value in values)
        {
            sum += value;
            squares += value * value;
            min = double.MinNumber(min, value);
            max = double.MaxNumber(max, value);
        }
        return new(Factor, Count + values.Length, sum, squares, min, max);
    }
}
