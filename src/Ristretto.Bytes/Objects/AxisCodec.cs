namespace Ristretto.Bytes.Objects;

/// <summary>Axis records to and from the bytes of TAxis.</summary>
internal static class AxisCodec
{
    /// <summary>Appends a TAxis of version 10.</summary>
    public static void Encode(AxisRecord axis, string name, ObjectWriter writer)
    {
        var start = writer.Begin(10);
        writer.Named(name, axis.Title);
        EncodeAttributes(writer);
        writer.Int32(axis.Bins);
        writer.Double(axis.Low);
        writer.Double(axis.High);
        writer.Array([.. axis.Edges]);
        writer.Int32(0);                                             // fFirst
        writer.Int32(0);                                             // fLast
        writer.UInt16(0);                                            // fBits2
        writer.Bool(false);                                          // fTimeDisplay
        writer.String("");                                           // fTimeFormat
        EncodeLabels(axis.Labels, writer);
        writer.NullPointer();                                        // fModLabs
        writer.End(start);
    }

    /// <summary>Reads a TAxis; labels since version 9.</summary>
    public static AxisRecord Decode(ObjectReader reader)
    {
        var header = reader.Begin("TAxis");
        var (name, title) = reader.Named();
        reader.Skip("TAttAxis");
        var bins = reader.Int32();
        var (low, high) = (reader.Double(), reader.Double());
        var edges = reader.DoubleArray();
        if (bins < 1 || bins > reader.Length || edges.Length != 0 && edges.Length != bins + 1) throw reader.Error($"TAxis has fNbins {bins} and {edges.Length} edges");
        var labels = header.Version >= 9 ? DecodeLabels(reader, bins) : [];
        reader.End(header);
        return new AxisRecord { Name = name, Title = title, Bins = bins, Low = low, High = high, Edges = edges, Labels = labels };
    }

    // ROOT's defaults of TAttAxis.
    private static void EncodeAttributes(ObjectWriter writer)
    {
        var start = writer.Begin(4);
        writer.Int32(510);                                           // fNdivisions
        writer.Int16(1);                                             // fAxisColor
        writer.Int16(1);                                             // fLabelColor
        writer.Int16(42);                                            // fLabelFont
        writer.Float(0.005f);                                        // fLabelOffset
        writer.Float(0.035f);                                        // fLabelSize
        writer.Float(0.03f);                                         // fTickLength
        writer.Float(1);                                             // fTitleOffset
        writer.Float(0.035f);                                        // fTitleSize
        writer.Int16(1);                                             // fTitleColor
        writer.Int16(42);                                            // fTitleFont
        writer.End(start);
    }

    // THashList of TObjString; the unique id of a string is its bin, counted from 1.
    private static void EncodeLabels(IReadOnlyList<string> labels, ObjectWriter writer)
    {
        var filled = labels.Select((text, index) => (text, bin: index + 1)).Where(label => label.text.Length > 0).ToList();
        if (filled.Count == 0)
        {
            writer.NullPointer();
            return;
        }
        var pointer = writer.BeginPointer("THashList");
        var list = writer.Begin(5);
        writer.Object();
        writer.String("");
        writer.Int32(filled.Count);
        foreach (var (text, bin) in filled)
        {
            var item = writer.BeginPointer("TObjString");
            var entry = writer.Begin(1);
            writer.Object(uniqueId: (uint)bin);
            writer.String(text);
            writer.End(entry);
            writer.End(item);
            writer.UInt8(0);                                         // draw option of the link
        }
        writer.End(list);
        writer.End(pointer);
    }

    private static string[] DecodeLabels(ObjectReader reader, int bins)
    {
        reader.Int32();                                              // fFirst
        reader.Int32();                                              // fLast
        reader.UInt16();                                             // fBits2
        reader.Bool();                                               // fTimeDisplay
        reader.String();                                             // fTimeFormat
        string[] labels = [];
        reader.Pointer((className, r) =>
        {
            if (className is not ("THashList" or "TList")) throw r.Error($"fLabels is a {className}, expected a THashList");
            r.List((itemClass, item) =>
            {
                if (itemClass != "TObjString") return;
                var header = item.Begin("TObjString");
                var bin = item.Object();
                var text = item.String();
                item.End(header);
                if (bin < 1 || bin > bins) return;
                if (labels.Length == 0) labels = [.. Enumerable.Repeat("", bins)];
                labels[(int)bin - 1] = text;
            });
        });
        return labels;
    }
}
