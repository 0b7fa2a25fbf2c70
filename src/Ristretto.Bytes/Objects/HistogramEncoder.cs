namespace Ristretto.Bytes.Objects;

/// <summary>Histogram records to the bytes of TH1, TH2 and TH3 in C, S, I, L, F and D, in the class versions of ROOT 6.</summary>
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
        // The classes of 64-bit integers have no version of their own in ROOT.
        var version = histogram.Class[^1] == 'L' ? 0 : dimensions == 1 ? 3 : 4;
        var start = writer.Begin((short)version);
        switch (dimensions)
        {
            case 1: EncodeTH1(histogram, statistics, writer); break;
            case 2: EncodeTH2(histogram, statistics, writer); break;
            default: EncodeTH3(histogram, statistics, writer); break;
        }
        switch (histogram.Class[^1])
        {
            case 'D': writer.Array(histogram.Contents); break;
            case 'F': writer.FloatArray(histogram.Contents); break;
            default: writer.IntegerArray(Integers(histogram), BytesOf(histogram.Class[^1])); break;
        }
        writer.End(start);
    }

    private static void Require(HistogramRecord histogram)
    {
        var dimensions = histogram.Axes.Count;
        if (dimensions is < 1 or > 3 || histogram.Class is not ['T', 'H', var digit, 'C' or 'S' or 'I' or 'L' or 'F' or 'D'] || digit != '0' + dimensions)
            throw new ArgumentException($"histogram \"{histogram.Name}\": {histogram.Class} with {dimensions} axes cannot be written; TH1, TH2, TH3 in C, S, I, L, F and D can");
        if (histogram.Contents.Length != histogram.Cells || (histogram.SumW2.Length != 0 && histogram.SumW2.Length != histogram.Cells))
            throw new ArgumentException(
                $"histogram \"{histogram.Name}\" has {histogram.Cells} cells, but {histogram.Contents.Length} contents and {histogram.SumW2.Length} squares");
    }

    private static int BytesOf(char letter) => letter switch { 'C' => 1, 'S' => 2, 'I' => 4, _ => 8 };

    // Contents that a class of integers cannot hold are refused; ROOT would have stopped at its largest.
    private static long[] Integers(HistogramRecord histogram)
    {
        var limit = Math.Pow(2, 8 * BytesOf(histogram.Class[^1]) - 1);
        var values = new long[histogram.Contents.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var content = histogram.Contents[i];
            if (content != Math.Floor(content) || content < -limit || content >= limit)
                throw new ArgumentException($"histogram \"{histogram.Name}\": a {histogram.Class} cannot hold {content} in cell {i}");
            values[i] = (long)content;
        }
        return values;
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
