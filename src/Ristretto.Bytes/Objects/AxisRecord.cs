namespace Ristretto.Bytes.Objects;

/// <summary>TAxis: the bins of one dimension of a histogram.</summary>
public sealed record AxisRecord
{
    /// <summary>fName: <c>xaxis</c>, <c>yaxis</c>, <c>zaxis</c>.</summary>
    public string Name { get; init; } = "xaxis";

    /// <summary>fTitle: what a plot writes at the axis.</summary>
    public string Title { get; init; } = "";

    /// <summary>fNbins: number of bins without flow.</summary>
    public int Bins { get; init; } = 1;

    /// <summary>fXmin: lower end of the first bin.</summary>
    public double Low { get; init; }

    /// <summary>fXmax: upper end of the last bin.</summary>
    public double High { get; init; } = 1;

    /// <summary>fXbins: the <see cref="Bins"/> + 1 edges of bins of different width; empty when all are alike.</summary>
    public IReadOnlyList<double> Edges { get; init; } = [];

    /// <summary>fLabels: one string per bin, empty strings where there is none; an empty list when no bin has a label.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>The middle of bin <paramref name="bin"/>, counted from 0 without flow.</summary>
    public double Center(int bin) => Edges.Count > 0
        ? 0.5 * (Edges[bin] + Edges[bin + 1])
        : Low + (bin + 0.5) * (High - Low) / Bins;
}
