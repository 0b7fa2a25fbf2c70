namespace Ristretto.Events.Selections;

/// <summary>What passed one cut.</summary>
/// <param name="Cut">Name of the cut.</param>
/// <param name="Count">Number of events.</param>
/// <param name="SumW">Sum of the events' weights.</param>
/// <param name="SumW2">Sum of the squared weights.</param>
/// <param name="After">The cut that was required before this one, when it is not the row above: this row is a side branch of that one. Null otherwise.</param>
public readonly record struct CutflowRow(string Cut, long Count, double SumW, double SumW2, string? After = null)
{
    /// <summary>Statistical error of the sum of weights.</summary>
    public double Error => Math.Sqrt(SumW2);

    /// <summary>Number of unweighted events with the same relative error; 0 when nothing passed.</summary>
    public double EffectiveEntries => SumW2 == 0 ? 0 : SumW * SumW / SumW2;
}
