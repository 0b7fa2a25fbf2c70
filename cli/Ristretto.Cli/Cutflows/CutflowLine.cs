using Ristretto.Events.Selections;

namespace Ristretto.Cli.Cutflows;

/// <summary>One cut with its efficiencies.</summary>
/// <param name="Row">Count and sums.</param>
/// <param name="Efficiency">Sum of weights relative to the cut required before; NaN when nothing was left there.</param>
/// <param name="TotalEfficiency">Sum of weights relative to the first row; NaN when that is empty.</param>
internal sealed record CutflowLine(CutflowRow Row, double Efficiency, double TotalEfficiency)
{
    /// <summary>The cut as it is shown: a side branch says of which cut.</summary>
    internal string Label => Row.After is { } after ? $"{Row.Cut} (of {after})" : Row.Cut;

    /// <summary>The lines of consecutive cuts. The first row has efficiency 1.</summary>
    internal static IReadOnlyList<CutflowLine> Of(IReadOnlyList<CutflowRow> rows) =>
        [.. rows.Select((row, i) => new CutflowLine(row, Ratio(row, rows.Before(i)), Ratio(row, rows[0])))];

    private static double Ratio(CutflowRow row, CutflowRow to) => to.SumW == 0 ? double.NaN : row.SumW / to.SumW;
}
