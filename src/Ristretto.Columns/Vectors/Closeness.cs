namespace Ristretto.Columns.Vectors;

/// <summary>When two numbers are taken for the same: |a − b| ≤ absolute + relative · |b|, never with NaN.</summary>
internal static class Closeness
{
    internal static bool Of(double a, double b, double relative, double absolute) => a == b || Math.Abs(a - b) <= absolute + relative * Math.Abs(b);
}
