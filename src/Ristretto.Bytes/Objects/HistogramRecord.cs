using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Memory;

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
    public long Cells => Axes.Aggregate(1L, (cells, axis) => cells * (axis.Bins + 2L));

    /// <summary>Whether objects of this class are histograms that <see cref="Decode"/> reads: TH1, TH2 and TH3 in C, S, I, L, F and D.</summary>
    public static bool IsHistogram(string className) => HistogramDecoder.Reads(className);

    /// <summary>Reads the object of a key.</summary>
    /// <param name="className">Class of the key.</param>
    /// <param name="payload">The bytes behind the key, decompressed.</param>
    /// <param name="keyBytes">fKeylen; references between objects count from the start of the key.</param>
    /// <param name="origin">Where the bytes came from, for errors.</param>
    /// <exception cref="RootFormatException">The bytes do not hold such an object.</exception>
    public static HistogramRecord Decode(string className, ReadOnlySpan<byte> payload, int keyBytes, RecordOrigin origin) =>
        IsHistogram(className) ? HistogramDecoder.Decode(className, payload, keyBytes, origin) : throw origin.Error(0, $"a {className} is no histogram of class TH1, TH2 or TH3");
}
