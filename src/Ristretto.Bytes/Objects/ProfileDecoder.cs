using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Objects;

/// <summary>The bytes of TProfile (class versions 3 to 7), TProfile2D and TProfile3D to profile records.</summary>
internal static class ProfileDecoder
{
    /// <summary>Whether objects of this class are profiles that <see cref="Decode"/> reads.</summary>
    public static bool Reads(string className) => className is "TProfile" or "TProfile2D" or "TProfile3D";

    /// <summary>Reads the object of a key.</summary>
    /// <param name="className">A class that <see cref="Reads"/> accepts.</param>
    /// <param name="payload">The decompressed object.</param>
    /// <param name="keyBytes">fKeylen.</param>
    /// <param name="origin">Where the bytes came from.</param>
    public static ProfileRecord Decode(string className, ReadOnlySpan<byte> payload, int keyBytes, RecordOrigin origin)
    {
        var reader = new BigEndianReader(payload, origin);
        var dimensions = className == "TProfile" ? 1 : className[^2] - '0';
        var quantity = "yzt"[dimensions - 1];
        var header = ObjectHeader.Read(ref reader);
        if (header.Version < 3) reader.Fail($"{className} of version {header.Version} is not supported, 3 and later are");
        var histogram = HistogramDecoder.DecodePart($"TH{dimensions}D", ref reader, new ClassTags(keyBytes));
        var sumW = Streamed.ReadDoubles(ref reader);                 // fBinEntries
        var (mode, low, high) = (reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble());
        // Added one after the other: the sums of the quantity, then fBinSumw2.
        var statistics = histogram.Statistics.ToList();
        if (HasMore(reader, header, 2 * sizeof(double)))
            statistics.AddRange([new($"fTsumw{quantity}", reader.ReadDouble()), new($"fTsumw{quantity}2", reader.ReadDouble())]);
        var sumW2 = HasMore(reader, header, sizeof(int)) ? Streamed.ReadDoubles(ref reader) : [];
        header.Leave(ref reader, className);
        if (sumW.Length != histogram.Cells) reader.Fail($"fBinEntries has {sumW.Length} cells, the axes ask for {histogram.Cells}");
        if (histogram.SumW2.Length != histogram.Cells) reader.Fail($"fSumw2 has {histogram.SumW2.Length} cells, the axes ask for {histogram.Cells}");
        if (sumW2.Length != 0 && sumW2.Length != histogram.Cells) reader.Fail($"fBinSumw2 has {sumW2.Length} cells, the axes ask for {histogram.Cells}");
        return new ProfileRecord
        {
            Name = histogram.Name,
            Title = histogram.Title,
            Axes = histogram.Axes,
            SumWY = histogram.Contents,
            SumWY2 = histogram.SumW2,
            SumW = sumW,
            SumW2 = sumW2,
            Entries = histogram.Entries,
            ErrorMode = mode,
            Low = low,
            High = high,
            Statistics = statistics,
            Functions = histogram.Functions,
        };
    }

    private static bool HasMore(BigEndianReader reader, ObjectHeader header, int bytes) => (header.End < 0 ? reader.Remaining : header.End - reader.Position) >= bytes;
}
