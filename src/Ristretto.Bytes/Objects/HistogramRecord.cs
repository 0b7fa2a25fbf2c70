namespace Ristretto.Bytes.Objects;

/// <summary>TH1, TH2, TH3 in all precisions: the histogram as it stands in a file.</summary>
/// <remarks>Cells are in ROOT's global order: <c>ix + (nx + 2) * (iy + (ny + 2) * iz)</c>, x fastest, index 0 underflow, n + 1 overflow.</remarks>
public sealed record HistogramRecord
{
    /// <summary>The ROOT class: <c>TH1D</c>, <c>TH2F</c>, ….</summary>
    public required string Class { get; init; }

    /// <summary>fName.</summary>
    public required string Name { get; init; }

    /// <summary>fTitle.</summary>
    public string Title { get; init; } = "";

    /// <summary>fXaxis, fYaxis, fZaxis: as many as the histogram has dimensions.</summary>
    public required IReadOnlyList<AxisRecord> Axes { get; init; }

    /// <summary>fArray: one number per cell, whatever the precision in the file.</summary>
    public required double[] Contents { get; init; }

    /// <summary>fSumw2: sum of squared weights per cell; empty when the histogram does not keep it, then it equals the contents.</summary>
    public double[] SumW2 { get; init; } = [];

    /// <summary>fEntries.</summary>
    public double Entries { get; init; }

    /// <summary>fTsumw, fTsumw2, fTsumwx, …: sums over the entries in range, by ROOT's names in the order of the file.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Statistics { get; init; } = [];

    /// <summary>fFunctions: classes of the objects in the list of functions.</summary>
    public IReadOnlyList<string> Functions { get; init; } = [];

    /// <summary>Number of cells that the axes ask for, flow included.</summary>
    public int Cells => Axes.Aggregate(1, (cells, axis) => cells * (axis.Bins + 2));
}
