namespace Ristretto.Bytes.Objects;

/// <summary>The bytes of TH1, TH2, TH3 in all precisions to histogram records.</summary>
internal static class HistogramDecoder
{
    /// <summary>Whether objects of this class are histograms that <see cref="Decode"/> reads.</summary>
    public static bool Reads(string className) =>
        className is ['T', 'H', '1' or '2' or '3', 'C' or 'S' or 'I' or 'L' or 'F' or 'D'];

    /// <summary>Reads the object of a key.</summary>
    /// <exception cref="Errors.RootFormatException">The bytes do not hold such an object.</exception>
    public static HistogramRecord Decode(string className, ObjectReader reader)
    {
        var dimensions = className[2] - '0';
        var outer = reader.Begin(className);
        var named = dimensions > 1 ? reader.Begin(className[..3]) : default;
        var histogram = DecodeTH1(className, dimensions, reader);
        var sums = histogram.Statistics.ToList();
        if (dimensions == 3) reader.Skip("TAtt3D");
        if (dimensions == 2) reader.Double();                        // fScalefactor
        foreach (var name in HistogramEncoder.StatisticsOf(dimensions).Skip(4)) sums.Add(new(name, reader.Double()));
        if (dimensions > 1) reader.End(named);
        var contents = reader.NumberArray(className[3]);
        reader.End(outer);
        return contents.Length == histogram.Cells
            ? histogram with { Contents = contents, Statistics = sums }
            : throw reader.Error($"{className} has {contents.Length} cells, its axes ask for {histogram.Cells}");
    }

    private static HistogramRecord DecodeTH1(string className, int dimensions, ObjectReader reader)
    {
        var header = reader.Begin("TH1");
        if (header.Version < 3) throw reader.Error($"TH1 of version {header.Version} is not supported, 3 to 8 are");
        var (name, title) = reader.Named();
        reader.Skip("TAttLine");
        reader.Skip("TAttFill");
        reader.Skip("TAttMarker");
        reader.Int32();                                              // fNcells
        AxisRecord[] axes = [AxisCodec.Decode(reader), AxisCodec.Decode(reader), AxisCodec.Decode(reader)];
        reader.Int16();                                              // fBarOffset
        reader.Int16();                                              // fBarWidth
        var entries = reader.Double();
        var sums = HistogramEncoder.StatisticsOf(1).Select(sum => KeyValuePair.Create(sum, reader.Double())).ToArray();
        reader.Double();                                             // fMaximum
        reader.Double();                                             // fMinimum
        reader.Double();                                             // fNormFactor
        reader.DoubleArray();                                        // fContour
        var squares = reader.DoubleArray();
        reader.String();                                             // fOption
        var functions = new List<string>();
        reader.List((function, _) => functions.Add(function));
        reader.End(header);                                          // fBufferSize, fBuffer, fBinStatErrOpt, fStatOverflows
        return new HistogramRecord
        {
            Class = className, Name = name, Title = title, Axes = axes[..dimensions], Contents = [], SumW2 = squares,
            Entries = entries, Statistics = sums, Functions = functions,
        };
    }
}
