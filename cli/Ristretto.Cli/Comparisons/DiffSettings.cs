namespace Ristretto.Cli.Comparisons;

/// <summary>What is compared, and how closely.</summary>
/// <param name="StructureOnly">Whether values are left out.</param>
/// <param name="Columns">Only columns of these names, and no other objects than tables; null for all.</param>
/// <param name="Skip">Columns and paths of objects that are left out; null for none.</param>
/// <param name="RelativeTolerance">Largest difference of two numbers as a share of the larger one.</param>
/// <param name="AbsoluteTolerance">Largest difference of two numbers; both tolerances are added.</param>
internal sealed record DiffSettings(bool StructureOnly = false, string? Columns = null, string? Skip = null, double RelativeTolerance = 0, double AbsoluteTolerance = 0)
{
    /// <summary>Whether two numbers count as the same; NaN is the same as NaN.</summary>
    internal bool IsSame(double left, double right)
    {
        if (left == right || (double.IsNaN(left) && double.IsNaN(right))) return true;
        return Math.Abs(left - right) <= AbsoluteTolerance + (RelativeTolerance * Math.Max(Math.Abs(left), Math.Abs(right))) && double.IsFinite(left) && double.IsFinite(right);
    }
}
