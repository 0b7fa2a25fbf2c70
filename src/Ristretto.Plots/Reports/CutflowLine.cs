namespace Ristretto.Plots.Reports;

/// <summary>What is left after one cut.</summary>
/// <param name="Cut">The name of the cut.</param>
/// <param name="Count">Events that pass.</param>
/// <param name="SumOfWeights">Σw of these.</param>
/// <param name="SumOfSquaredWeights">Σw² of these.</param>
public readonly record struct CutflowLine(string Cut, long Count, double SumOfWeights, double SumOfSquaredWeights)
{
    /// <summary>√Σw².</summary>
    public double Error => Math.Sqrt(SumOfSquaredWeights);

    /// <summary>(Σw)²/Σw²: the number of events of weight one with the same relative error; 0 when nothing is left.</summary>
    public double EffectiveEntries => SumOfSquaredWeights == 0 ? 0 : SumOfWeights * SumOfWeights / SumOfSquaredWeights;
}
