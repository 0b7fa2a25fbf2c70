using System.Globalization;
using Ristretto.Cli.Conventions;

namespace Ristretto.Cli.Drawings;

/// <summary>Bins of equal width.</summary>
/// <param name="Bins">Their number.</param>
/// <param name="Low">Lower edge of the first.</param>
/// <param name="High">Upper edge of the last.</param>
internal readonly record struct Binning(int Bins, double Low, double High)
{
    private const int MostBins = 1_000_000;

    /// <summary>Reads <c>n,low,high</c>.</summary>
    /// <exception cref="UsageException">It is not of that form.</exception>
    internal static Binning Parse(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        return parts.Length == 3
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var bins) && bins is >= 1 and <= MostBins
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var low) && double.IsFinite(low)
            && double.TryParse(parts[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var high) && double.IsFinite(high) && low < high
            ? new Binning(bins, low, high)
            : throw new UsageException($"--bins is \"{text}\"; expected n,low,high such as 60,0,300, with n from 1 to 1000000 and low below high");
    }
}
