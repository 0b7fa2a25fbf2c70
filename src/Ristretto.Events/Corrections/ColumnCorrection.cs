using Ristretto.Columns.Arrays;

namespace Ristretto.Events.Corrections;

/// <summary>Corrections of columns.</summary>
public static class ColumnCorrection
{
    /// <summary>The correction of each event's value, shape <c>[events]</c>.</summary>
    /// <exception cref="CorrectionException">The correction is not defined for a value.</exception>
    public static Column<double> Corrected(this Column<float> values, BoundCorrection correction)
    {
        var result = ColumnBuffer<double>.Allocate(values.Workspace, values.Length);
        correction.Evaluate(values.AsSpan(), result.Span);
        return new Column<double>(result);
    }
}
