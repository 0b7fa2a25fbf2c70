using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Objects;

/// <summary>The bytes of TH1, TH2, TH3 in all precisions to histogram records.</summary>
internal static class HistogramDecoder
{
    /// <summary>Whether objects of this class are histograms that <see cref="Decode"/> reads.</summary>
    public static bool Reads(string className) => className is ['T', 'H', '1' or '2' or '3', 'C' or 'S' or 'I' or 'L' or 'F' or 'D'];

    /// <summary>Reads the object of a key.</summary>
    /// <param name="className">A class that <see cref="Reads"/> accepts.</param>
    /// <param name="payload">The decompressed object.</param>
    /// <param name="keyBytes">fKeylen.</param>
    /// <param name="origin">Where the bytes came from.</param>
    public static HistogramRecord Decode(string className, ReadOnlySpan<byte> payload, int keyBytes, RecordOrigin origin)
    {
        var reader = new BigEndianReader(payload, origin);
        return DecodePart(className, ref reader, new ClassTags(keyBytes));
    }

    /// <summary>Reads a histogram that may be part of another object.</summary>
    internal static HistogramRecord DecodePart(string className, ref BigEndianReader reader, ClassTags tags)
    {
        var dimensions = className[2] - '0';
        var outer = ObjectHeader.ReadHistogram(ref reader);
        var named = dimensions > 1 ? ObjectHeader.Read(ref reader) : new ObjectHeader(0, -1, 0);
        var histogram = DecodeTH1(className, dimensions, ref reader, tags);
        if (dimensions == 3) ObjectHeader.SkipObject(ref reader, "TAtt3D");
        if (dimensions == 2) reader.ReadDouble();                    // fScalefactor
        var sums = histogram.Statistics.ToList();
        foreach (var name in HistogramEncoder.StatisticsOf(dimensions).Skip(4)) sums.Add(new(name, reader.ReadDouble()));
        named.Leave(ref reader, className[..3]);
        var contents = Streamed.ReadNumbers(ref reader, className[3]);
        outer.Leave(ref reader, className);
        if (contents.Length != histogram.Cells) reader.Fail($"{className} has {contents.Length} cells, its axes ask for {histogram.Cells}");
        return histogram with { Contents = contents, Statistics = sums };
    }

    private static HistogramRecord DecodeTH1(string className, int dimensions, ref BigEndianReader reader, ClassTags tags)
    {
        var header = ObjectHeader.Read(ref reader);
        if (header.Version < 3) reader.Fail($"TH1 of version {header.Version} is not supported, 3 to 8 are");
        var (name, title) = Streamed.ReadNamed(ref reader);
        foreach (var attributes in (ReadOnlySpan<string>)["TAttLine", "TAttFill", "TAttMarker"]) ObjectHeader.SkipObject(ref reader, attributes);
        reader.Skip(4);                                              // fNcells
        var axes = new AxisRecord[3];
        for (var i = 0; i < axes.Length; i++) axes[i] = AxisCodec.Decode(ref reader, tags);
        reader.Skip(2 + 2);                                          // fBarOffset, fBarWidth
        var entries = reader.ReadDouble();
        var sums = new List<KeyValuePair<string, double>>();
        foreach (var sum in HistogramEncoder.StatisticsOf(1)) sums.Add(new(sum, reader.ReadDouble()));
        reader.Skip(8 + 8 + 8);                                      // fMaximum, fMinimum, fNormFactor
        Streamed.ReadDoubles(ref reader);                            // fContour
        var squares = Streamed.ReadDoubles(ref reader);
        reader.ReadStringBytes();                                    // fOption
        var functions = DecodeFunctions(ref reader, tags);
        header.Leave(ref reader, "TH1");                             // fBufferSize, fBuffer, fBinStatErrOpt, fStatOverflows
        var histogram = new HistogramRecord
        {
            Class = className,
            Name = name,
            Title = title,
            Axes = axes[..dimensions],
            Contents = [],
            SumW2 = squares,
            Entries = entries,
            Statistics = sums,
            Functions = functions,
        };
        if (squares.Length != 0 && squares.Length != histogram.Cells) reader.Fail($"fSumw2 has {squares.Length} cells, the axes ask for {histogram.Cells}");
        return histogram;
    }

    private static List<string> DecodeFunctions(ref BigEndianReader reader, ClassTags tags)
    {
        var classes = new List<string>();
        var (header, count) = Streamed.ReadListStart(ref reader);
        for (var i = 0; i < count; i++)
        {
            var pointer = tags.Read(ref reader);
            if (pointer.ClassName is { } name) classes.Add(name);
            Streamed.Leave(ref reader, pointer);
            reader.ReadStringBytes();                                // draw option of the link
        }
        header.Leave(ref reader, "TList");
        return classes;
    }
}
