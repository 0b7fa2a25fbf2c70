namespace Ristretto.Columns.Arrays;

/// <summary>A straight line per event, y = slope · x + intercept, shape <c>[events]</c>; NaN where the points do not fix one.</summary>
/// <remarks>The errors are those of points whose y has the error 1 / √w, 1 without weights. Source: least squares with Δ = Σw Σwx² − (Σwx)²: slope
/// (Σw Σwxy − Σwx Σwy) / Δ, intercept (Σwx² Σwy − Σwx Σwxy) / Δ, their errors √(Σw / Δ) and √(Σwx² / Δ).</remarks>
public readonly struct StraightLines
{
    internal StraightLines(Column<double> slope, Column<double> intercept, Column<double> slopeError, Column<double> interceptError) =>
        (Slope, Intercept, SlopeError, InterceptError) = (slope, intercept, slopeError, interceptError);

    /// <summary>dy / dx.</summary>
    public Column<double> Slope { get; }

    /// <summary>y at x = 0.</summary>
    public Column<double> Intercept { get; }

    /// <summary>Error of the slope.</summary>
    public Column<double> SlopeError { get; }

    /// <summary>Error of the intercept.</summary>
    public Column<double> InterceptError { get; }
}
