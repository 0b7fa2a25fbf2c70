using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Objects;

/// <summary>TProfile, TProfile2D, TProfile3D: the mean of a quantity in bins of others, as it stands in a file.</summary>
/// <remarks>Cells are in the order of <see cref="HistogramRecord"/>. The mean in a cell is <see cref="SumWY"/> / <see cref="SumW"/>.</remarks>
public sealed record ProfileRecord
{
    /// <summary>fName.</summary>
    public required string Name { get; init; }

    /// <summary>fTitle.</summary>
    public string Title { get; init; } = "";

    /// <summary>The one to three axes of the bins.</summary>
    public required IReadOnlyList<AxisRecord> Axes { get; init; }

    /// <summary>fArray: per cell the sum of weight times quantity.</summary>
    public required double[] SumWY { get; init; }

    /// <summary>fSumw2: per cell the sum of weight times square of the quantity.</summary>
    public required double[] SumWY2 { get; init; }

    /// <summary>fBinEntries: per cell the sum of weights.</summary>
    public required double[] SumW { get; init; }

    /// <summary>fBinSumw2: per cell the sum of squared weights; empty when all weights are one.</summary>
    public double[] SumW2 { get; init; } = [];

    /// <summary>fEntries.</summary>
    public double Entries { get; init; }

    /// <summary>fErrorMode: 0 error of the mean, 1 spread (option <c>s</c>), 2 for integers (<c>i</c>), 3 for measured errors (<c>g</c>).</summary>
    public int ErrorMode { get; init; }

    /// <summary>fYmin, fZmin, fTmin: the lower limit of the quantity; equal to the upper one when there is none.</summary>
    public double Low { get; init; }

    /// <summary>fYmax, fZmax, fTmax: the upper limit of the quantity.</summary>
    public double High { get; init; }

    /// <summary>fTsumw, fTsumwx, …: sums over the entries in range, by ROOT's names; those of the quantity (fTsumwy, fTsumwy2 of a TProfile,
    /// fTsumwz, fTsumwz2 of a TProfile2D, fTsumwt, fTsumwt2 of a TProfile3D) among them.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Statistics { get; init; } = [];

    /// <summary>Classes of the objects in fFunctions, fits and the like, which are not read; not written.</summary>
    public IReadOnlyList<string> Functions { get; init; } = [];

    /// <summary>Whether objects of this class are profiles that <see cref="Decode"/> reads: TProfile, TProfile2D, TProfile3D.</summary>
    public static bool IsProfile(string className) => ProfileDecoder.Reads(className);

    /// <summary>Reads the object of a key.</summary>
    /// <param name="className">Class of the key.</param>
    /// <param name="payload">The bytes behind the key, decompressed.</param>
    /// <param name="keyBytes">fKeylen; references between objects count from the start of the key.</param>
    /// <param name="origin">Where the bytes came from, for errors.</param>
    /// <exception cref="RootFormatException">The bytes do not hold such an object.</exception>
    public static ProfileRecord Decode(string className, ReadOnlySpan<byte> payload, int keyBytes, RecordOrigin origin) =>
        IsProfile(className) ? ProfileDecoder.Decode(className, payload, keyBytes, origin) : throw origin.Error(0, $"a {className} is no profile of class TProfile, TProfile2D or TProfile3D");

    /// <summary>The ROOT class for as many axes.</summary>
    public string Class => Axes.Count == 1 ? "TProfile" : $"TProfile{Axes.Count}D";
}
