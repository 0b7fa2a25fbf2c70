namespace Ristretto.Bytes.Objects;

/// <summary>Histogram records to the bytes of TH1F, TH1D, TH2F, TH2D, TH3F and TH3D, in the class versions of ROOT 6.</summary>
internal static class HistogramEncoder
{
    private const uint MustCleanup = 0x0300_0008;
    private static readonly AxisRecord s_unused = new();
    private static readonly string[] s_axisNames = ["xaxis", "yaxis", "zaxis"];

    /// <summary>The sums that each class keeps, in the order of the file.</summary>
    public static IReadOnlyList<string> StatisticsOf(int dimensions) => dimensions switch
    {
        1 => ["fTsumw", "fTsumw2", "fTsumwx", "fTsumwx2"],
        2 => ["fTsumw", "fTsumw2", "fTsumwx", "fTsumwx2", "fTsumwy", "fTsumwy2", "fTsumwxy"],
        _ => ["fTsumw", "fTsumw2", "fTsumwx", "fTsumwx2", "fTsumwy", "fTsumwy2", "fTsumwxy", "fTsumwz", "fTsumwz2", "fTsumwxz", "fTsumwyz"],
    };

    /// <summary>Appends the object.</summary>
    /// <exception cref="ArgumentException">The class cannot be written, or lengths do not fit the axes.</exception>
    public static void Encode(HistogramRecord histogram, ObjectWriter writer)
    {
        Require(histogram);
        var statistics = Statistics(histogram);
        var dimensions = histogram.Axes.Count;
        var start = writer.Begin(dimensions == 1 ? (short)3 : (short)4);
        switch (dimensions)
        {
            case 1: EncodeTH1(histogram, statistics, writer); break;
            case 2: EncodeTH2(histogram, statistics, writer); break;
            default: EncodeTH3(histogram, statistics, writer); break;
        }
        if (histogram.Class[^1] == 'D') writer.Array(histogram.Contents);
        else writer.FloatArray(histogram.Contents);
        writer.End(start);
    }

    private static void Require(HistogramRecord histogram)
    {
        var dimensions = histogram.Axes.Count;
        if (dimensions is < 1 or > 3 || histogram.Class is not ['T', 'H', var digit, 'D' or 'F'] || digit != '0' + dimensions)
            throw new ArgumentException($"histogram \"{histogram.Name}\": {histogram.Class} with {dimensions} axes cannot be written; TH1, TH2, TH3 in F and D can");
        if (histogram.Contents.Length != histogram.Cells || (histogram.SumW2.Length != 0 && histogram.SumW2.Length != histogram.Cells))
            throw new ArgumentException(
                $"histogram \"{histogram.Name}\" has {histogram.Cells} cells, but {histogram.Contents.Length} contents and {histogram.SumW2.Length} squares");
    }

    private static double[] Statistics(HistogramRecord histogram)
    {
        var given = histogram.Statistics.ToDictionary();
        return [.. StatisticsOf(histogram.Axes.Count).Select(name => given.GetValueOrDefault(name))];
    }

    private static void EncodeTH2(HistogramRecord histogram, double[] statistics, ObjectWriter writer)
    {
        var start = writer.Begin(5);
        EncodeTH1(histogram, statistics, writer);
        writer.Double(1);                                            // fScalefactor
        foreach (var sum in statistics.AsSpan(4)) writer.Double(sum);
        writer.End(start);
    }

    private static void EncodeTH3(HistogramRecord histogram, double[] statistics, ObjectWriter writer)
    {
        var start = writer.Begin(6);
        EncodeTH1(histogram, statistics, writer);
        writer.End(writer.Begin(1));                                 // TAtt3D
        foreach (var sum in statistics.AsSpan(4)) writer.Double(sum);
        writer.End(start);
    }

    private static void EncodeTH1(HistogramRecord histogram, double[] statistics, ObjectWriter writer)
    {
        var start = writer.Begin(8);
        writer.Named(histogram.Name, histogram.Title, MustCleanup);
        writer.LineAttributes();
        writer.FillAttributes();
        writer.MarkerAttributes();
        writer.Int32((int)histogram.Cells);
        for (var i = 0; i < 3; i++) AxisCodec.Encode(i < histogram.Axes.Count ? histogram.Axes[i] : s_unused, s_axisNames[i], writer);
        writer.Int16(0);                                             // fBarOffset
        writer.Int16(1000);                                          // fBarWidth
        writer.Double(histogram.Entries);
        foreach (var sum in statistics.AsSpan(0, 4)) writer.Double(sum);
        writer.Double(-1111);                                        // fMaximum: not set
        writer.Double(-1111);                                        // fMinimum: not set
        writer.Double(0);                                            // fNormFactor
        writer.Array([]);                                            // fContour
        writer.Array(histogram.SumW2);
        writer.String("");                                           // fOption
        writer.EmptyList();                                     // fFunctions
        writer.Int32(0);                                             // fBufferSize
        writer.UInt8(0);                                             // fBuffer: absent
        writer.Int32(0);                                             // fBinStatErrOpt: normal
        writer.Int32(2);                                             // fStatOverflows: neutral
        writer.End(start);
    }
}
